package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.PluginJar;
import org.vaelix.itests.broken.Parts;
import org.vaelix.itests.broken.Priors;

/**
 * Parts that go wrong when a model is made of them, in one shell: each is named with its bundle and
 * version, and what is trained afterwards is not disturbed.
 */
class BrokenPartsTest {
  private static final String RECIPE =
      """
      {"data": {"type": "linear-gaussian", "rows": 60},
       "model": {"type": "vae", "latent": 2, "prior": "%s",
                 "architecture": {"type": "mlp", "hidden": []}},
       "training": {"epochs": 3}}
      """;

  private static final Map<String, Class<?>> BROKEN =
      Map.of(
          "throwing", Priors.Throwing.class,
          "endless", Priors.Endless.class,
          "nothing", Priors.Nothing.class,
          "misshapen", Priors.Misshapen.class,
          "mismatched", Priors.Mismatched.class,
          "undefined", Priors.Undefined.class,
          "slow", Priors.Slow.class);

  @TempDir static Path folder;
  private static VaelixProcess shell;
  private static int asked;

  @BeforeAll
  static void start() throws IOException {
    Path home = Files.createDirectory(folder.resolve("vaelix"));
    Packaged packaged = Packaged.directory().copyWithout("none", home);
    for (Map.Entry<String, Class<?>> part : BROKEN.entrySet()) {
      String type = part.getKey();
      PluginJar.part("org.example." + type, "1.0.0", PriorFactory.class, part.getValue(), type)
          .classes(Parts.class, Parts.None.class, Priors.class, Priors.Normal.class)
          .classes(Priors.Factory.class, part.getValue(), Priors.Wrapped.class)
          .write(home.resolve("plugins").resolve(type + ".jar"));
    }
    shell = VaelixProcess.startWith("-Dvaelix.patience=2", packaged, folder, "shell");
  }

  @AfterAll
  static void stop() throws IOException {
    shell.type("exit 0");
    shell.finish().expect(0);
    shell.close();
  }

  /** {@return what is said of a recipe with a prior, its last line} */
  private static String said(String prior) throws IOException {
    Files.writeString(folder.resolve(prior + ".json"), RECIPE.formatted(prior));
    int before = shell.err().length();
    String mark = "answered " + asked++;
    shell.type("vaelix train " + prior + ".json --set 'run.folder=" + folder.resolve(prior) + "'");
    shell.type("echo " + mark);
    shell.await(() -> heard(mark));
    List<String> lines = shell.err().substring(before).lines().toList();
    return lines.get(lines.size() - 1);
  }

  private static boolean heard(String mark) {
    try {
      return shell.out().lines().anyMatch(line -> line.endsWith(mark));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertNamed(String type, String deed) throws IOException {
    String fault = "; this is a fault of that bundle";
    assertEquals(
        "vaelix: prior '" + type + "' from org.example." + type + " 1.0.0 " + deed + fault,
        said(type));
    assertTrains();
  }

  /** The host has taken no harm. */
  private static void assertTrains() throws IOException {
    Path run = folder.resolve("isotropic-gaussian");
    said("isotropic-gaussian");
    assertTrue(Files.exists(run.resolve("summary.json")), shell.err());
    Files.move(run, Files.createTempDirectory(folder, "done").resolve("run"));
  }

  @Test
  void aFormulaThatThrows() throws IOException {
    assertNamed(
        "throwing", "failed in logDensity: UnsupportedOperationException (not for these z)");
  }

  @Test
  void aFormulaThatNeverEnds() throws IOException {
    assertNamed("endless", "failed in logDensity: StackOverflowError");
  }

  @Test
  void aFormulaThatIsNull() throws IOException {
    assertNamed("nothing", "returned nothing from logDensity");
  }

  @Test
  void aResultOfAWrongShape() throws IOException {
    assertNamed(
        "misshapen",
        "returned a wrong shape from logDensity: it must be (1, 1, 2) or (1, 1, 1), it is ()");
  }

  @Test
  void aFormulaThatDoesNotFit() throws IOException {
    assertEquals(
        "vaelix: the model's parts do not fit together: in objective/prior: add: shapes (1, 1, 2) and"
            + " (5,) do not broadcast; this formula is that of prior 'mismatched' from org.example.mismatched"
            + " 1.0.0",
        said("mismatched"));
    assertTrains();
  }

  @Test
  void numbersThatAreNone() throws IOException {
    String said = said("undefined");
    assertTrue(
        said.startsWith("vaelix: the loss is NaN in step 1 (epoch 1): term 'kl' is not finite"),
        said);
    assertTrue(
        said.endsWith(
            "The first number that is none came from prior 'undefined' from org.example.undefined"
                + " 1.0.0 (log of shape (1, 48, 2) in 'objective/prior')"),
        said);
    assertTrains();
  }

  @Test
  void aFactoryThatBlocks() throws IOException {
    assertNamed("slow", "does not come back from create within 2 s and is put aside");
  }
}
