package org.vaelix.itests.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.process.VaelixProcess;

/**
 * The third-party example is built by its own pom, far from this repository, and lives in a running
 * host: its jar is put into {@code plugins} of a shell, used, updated to a version with another
 * option, and removed.
 */
class ThirdPartyTest {
  private static final String BUNDLE = "org.example.thirdparty";

  /**
   * A change of {@code plugins} is used within 2 s where nothing else runs; this test may share its
   * processors with anything, so it prints what it measures and asserts ten times as much.
   */
  private static final double MOST_SECONDS = 20;

  @TempDir Path folder;
  private Path plugins;
  private int runs;

  @Test
  void livesInARunningHost() throws Exception {
    ThirdPartyProject project = ThirdPartyProject.in(folder.resolve("third-party"));
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Packaged packaged = copy();
    recipe("scale", "\"scale\": 0.6");
    recipe("deviation", "\"deviation\": 1.1");
    try (StrangersMaven maven = StrangersMaven.in(repository);
        VaelixProcess shell = VaelixProcess.start(packaged, folder, "shell")) {
      maven.verify(project.folder());
      String absent = refusal(shell, "scale");
      assertTrue(isAbsent(absent), absent);

      put(project.jar("1.0.0"));
      used(shell, "added", "scale", "1.0.0");

      project.secondVersion();
      maven.repack(project.folder());
      put(project.jar("2.0.0"));
      used(shell, "updated", "deviation", "2.0.0");
      assertEquals(
          "/model/prior/scale: there is no such option here (known: deviation)",
          refusal(shell, "scale"));

      Files.delete(plugins.resolve("third-party.jar"));
      removed(shell);
      shell.type("exit 0");
      shell.finish().expect(0);
    }
  }

  private Packaged copy() throws IOException {
    Path home = Files.createDirectory(folder.resolve("vaelix"));
    plugins = home.resolve("plugins");
    return Packaged.directory().copyWithout("none", home);
  }

  /** Writes the example's recipe for one epoch, with another option of its prior. */
  private void recipe(String name, String option) throws IOException {
    Path digits = Packaged.repository().resolve("examples/digits/digits.csv");
    String text = Files.readString(ThirdPartyProject.EXAMPLE.resolve("digits.json"));
    String changed =
        text.replace("../digits/digits.csv", digits.toString())
            .replace("\"scale\": 0.6", option)
            .replace("\"epochs\": 50", "\"epochs\": 1");
    Files.writeString(folder.resolve(name + ".json"), changed);
  }

  /** Puts a jar into the folder in one step, as the documentation asks for. */
  private void put(Path jar) throws IOException {
    Path hidden = plugins.resolve(".third-party.part");
    Files.copy(jar, hidden);
    Files.move(hidden, plugins.resolve("third-party.jar"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Trains with a recipe again and again until it is accepted by a version of the bundle. */
  private void used(VaelixProcess shell, String change, String recipe, String version)
      throws IOException {
    long start = System.nanoTime();
    Path run = train(shell, recipe);
    while (!Files.exists(run)) {
      within(start, change, shell.err());
      run = train(shell, recipe);
    }
    double seconds = within(start, change, run.toString());
    System.out.printf("third party's bundle %s: used after %.2f s%n", change, seconds);
    Path summary = run.resolve("summary.json");
    shell.await(() -> Files.exists(summary));
    assertEquals(List.of(version, version), versions(run), "decoder and prior");
  }

  private static double within(long start, String change, String seen) {
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    assertTrue(seconds < MOST_SECONDS, change + " took " + seconds + " s; " + seen);
    return seconds;
  }

  /** {@return the versions of the bundle that gave parts to a run} */
  private static List<String> versions(Path run) throws IOException {
    String provenance = Files.readString(run.resolve("provenance.json"));
    return JsonParser.parseString(provenance)
        .getAsJsonObject()
        .getAsJsonArray("parts")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .filter(part -> part.get("bundle").getAsString().equals(BUNDLE))
        .map((JsonObject part) -> part.get("version").getAsString())
        .toList();
  }

  /** Waits until the recipe that worked a moment ago is refused, for the lack of both parts. */
  private void removed(VaelixProcess shell) throws IOException {
    long start = System.nanoTime();
    String said = refusal(shell, "deviation");
    while (!isAbsent(said)) {
      within(start, "removed", said);
      said = refusal(shell, "deviation");
    }
    double seconds = within(start, "removed", said);
    System.out.printf("third party's bundle removed: refused after %.2f s%n", seconds);
  }

  private static boolean isAbsent(String said) {
    String remedy =
        "if the name is right, the bundle that offers it is not installed or not started";
    return said.matches(
        "/model/decoder: there is no architecture 'additive'.*; "
            + remedy
            + "\n/model/prior: there is no prior 'logistic'.*; "
            + remedy);
  }

  /** {@return what a recipe is refused with, without the recipe's name; empty if it is not} */
  private String refusal(VaelixProcess shell, String recipe) throws IOException {
    int before = shell.err().length();
    Path run = train(shell, recipe);
    return Files.exists(run)
        ? ""
        : shell
            .err()
            .substring(before)
            .replace("vaelix: " + recipe + ".json: ", "")
            .replace("vaelix:   ", "")
            .strip();
  }

  /** Trains in the shell, and waits until the run has begun or was refused. */
  private Path train(VaelixProcess shell, String recipe) throws IOException {
    runs++;
    Path run = folder.resolve("run" + runs);
    String mark = "answered " + runs;
    shell.type("vaelix train " + recipe + ".json --set 'run.folder=" + run + "'");
    shell.type("echo " + mark);
    shell.await(() -> Files.exists(run.resolve("provenance.json")) || said(shell, mark));
    return run;
  }

  private static boolean said(VaelixProcess shell, String mark) {
    try {
      return shell.out().lines().anyMatch(line -> line.endsWith(mark));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
