package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.PluginJar;
import org.vaelix.itests.broken.Parts;

/** Two versions of one part in {@code plugins}: a recipe says which, and a run remembers it. */
class TwoVersionsTest {
  private static final String RECIPE =
      """
      {"data": {"type": "linear-gaussian", "rows": 60},
       "model": {"type": "vae", "latent": 1, "objective": {"type": "elbo", "beta": %s},
                 "architecture": {"type": "mlp", "hidden": []}},
       "training": {"epochs": 1}}
      """;

  @TempDir static Path folder;
  private static Packaged packaged;

  @BeforeAll
  static void install() throws IOException {
    Path home = Files.createDirectory(folder.resolve("vaelix"));
    packaged = Packaged.directory().copyWithout("none", home);
    for (String version : new String[] {"1.2.0", "1.3.0"}) {
      PluginJar.part("org.example.ramp", version, Parts.Working.class, "ramp")
          .classes(Parts.class, Parts.None.class, Parts.Working.class)
          .write(home.resolve("plugins").resolve("ramp-" + version + ".jar"));
    }
  }

  private static VaelixProcess.Result train(String name, String beta) throws IOException {
    Files.writeString(folder.resolve(name + ".json"), RECIPE.formatted(beta));
    return VaelixProcess.run(
        packaged, folder, "train", name + ".json", "--set", "run.folder=" + name);
  }

  private static String versionOfBeta(String run) throws IOException {
    Path provenance = folder.resolve(run).resolve("provenance.json");
    for (JsonElement part :
        JsonParser.parseString(Files.readString(provenance))
            .getAsJsonObject()
            .getAsJsonArray("parts")) {
      if (part.getAsJsonObject().get("bundle").getAsString().equals("org.example.ramp")) {
        return part.getAsJsonObject().get("version").getAsString();
      }
    }
    throw new AssertionError("no part of org.example.ramp in " + provenance);
  }

  @Test
  void theNewestWins() throws IOException {
    train("newest", "\"ramp\"").expect(0);

    assertEquals("1.3.0", versionOfBeta("newest"));
  }

  @Test
  void aRangeChoosesAndProvenanceRemembers() throws IOException {
    train("chosen", "{\"type\": \"ramp\", \"version\": \"[1.2,1.3)\"}").expect(0);

    assertEquals("1.2.0", versionOfBeta("chosen"));
  }

  @Test
  void aVersionThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
    VaelixProcess.Result result =
        train("refused", "{\"type\": \"ramp\", \"version\": \"2\"}").expect(2);

    assertEquals(
        "vaelix: refused.json: /model/objective/beta/version: there is no schedule 'ramp' of version 2"
            + " (installed: org.example.ramp 1.3.0, org.example.ramp 1.2.0)\n",
        result.err());
  }

  @Test
  void aListNamesBoth() throws IOException {
    String page = VaelixProcess.run(packaged, folder, "list", "schedule").expect(0).out();

    assertTrue(page.contains("\nschedule/ramp 1.3.0\nschedule/ramp 1.2.0\n"), page);
  }
}
