package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.PluginJar;
import org.vaelix.itests.broken.Parts;

/** A shell is running while jars in {@code plugins} come, change and go. */
class LivePluginsTest {
  private static final String RECIPE =
      """
      {"data": {"type": "linear-gaussian", "rows": 60},
       "model": {"type": "vae", "latent": 1, "objective": {"type": "elbo", "beta": "ramp"},
                 "architecture": {"type": "mlp", "hidden": []}},
       "training": {"epochs": 1}}
      """;

  private static final int MOST_LOOKS = 60;

  @TempDir Path folder;
  private Packaged packaged;
  private Path plugins;

  @BeforeEach
  void copy() throws IOException {
    Path home = Files.createDirectory(folder.resolve("vaelix"));
    packaged = Packaged.directory().copyWithout("none", home);
    plugins = home.resolve("plugins");
    Files.writeString(folder.resolve("recipe.json"), RECIPE);
  }

  private Path jar(String type, String version) throws IOException {
    return PluginJar.part("org.example." + type, version, Parts.Working.class, type)
        .classes(Parts.class, Parts.None.class, Parts.Working.class)
        .write(folder.resolve(type + "-" + version + ".jar"));
  }

  private String plugins(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("plugins"));
    command.addAll(List.of(arguments));
    return VaelixProcess.run(packaged, folder, command.toArray(String[]::new)).expect(0).out();
  }

  @Test
  void theyComeChangeAndGo() throws IOException {
    Files.copy(jar("kept", "1.0.0"), plugins.resolve("kept.jar"));
    try (VaelixProcess shell = VaelixProcess.start(packaged, folder, "shell")) {
      assertEquals(
          "installed org.example.ramp 1.0.0 as plugins/ramp-1.0.0.jar\n",
          plugins("install", jar("ramp", "1.0.0").toString()));
      awaitVersions(shell, "ramp", "1.0.0");
      assertEquals("1.0.0", trainedWith(shell, "first"));

      assertEquals(
          "updated org.example.ramp 1.0.0 to 2.0.0\n",
          plugins("update", jar("ramp", "2.0.0").toString()));
      awaitVersions(shell, "ramp", "2.0.0");
      assertEquals("2.0.0", trainedWith(shell, "second"));

      assertEquals("removed plugins/ramp-1.0.0.jar\n", plugins("remove", "org.example.ramp"));
      awaitVersions(shell, "ramp");
      awaitVersions(shell, "kept", "1.0.0");
      shell.type("exit 0");
      VaelixProcess.Result result = shell.finish().expect(0);
      String err = result.err();
      assertTrue(!err.contains("vaelix: ") && !err.contains("Exception"), err);
      assertEquals(List.of(), result.leftovers());
    }
  }

  @Test
  void aHalfWrittenJarIsTakenWhenItIsWhole() throws IOException {
    byte[] bytes = Files.readAllBytes(jar("ramp", "1.0.0"));
    Path target = plugins.resolve("ramp.jar");
    try (VaelixProcess shell = VaelixProcess.start(packaged, folder, "shell")) {
      awaitVersions(shell, "ramp");
      Files.write(target, Arrays.copyOf(bytes, bytes.length / 2));
      JsonObject half = await(shell, diagnosis -> !findings(diagnosis).isEmpty());
      assertEquals(
          List.of("plugins/ramp.jar is no complete jar: zip END header not found"), findings(half));

      Files.write(target, bytes);
      awaitVersions(shell, "ramp", "1.0.0");
      Files.write(target, Files.readAllBytes(jar("ramp", "1.1.0")));
      JsonObject after = awaitVersions(shell, "ramp", "1.1.0");
      assertEquals(List.of(), findings(after));
    }
  }

  private JsonObject awaitVersions(VaelixProcess shell, String name, String... versions)
      throws IOException {
    return await(
        shell, found -> activeVersions(found, "org.example." + name).equals(List.of(versions)));
  }

  /** Asks the doctor in the shell until it says what is expected. */
  private JsonObject await(VaelixProcess shell, Predicate<JsonObject> expected) throws IOException {
    JsonObject diagnosis = null;
    for (int look = 0; look < MOST_LOOKS; look++) {
      Path file = folder.resolve("diagnosis.json");
      Files.deleteIfExists(file);
      shell.type("vaelix doctor --json " + file);
      shell.await(() -> Files.exists(file));
      diagnosis = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (expected.test(diagnosis)) {
        return diagnosis;
      }
      pause();
    }
    throw new AssertionError("it does not come; the last was " + diagnosis);
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> activeVersions(JsonObject diagnosis, String name) {
    List<String> versions = new ArrayList<>();
    for (JsonElement element : diagnosis.getAsJsonArray("bundles")) {
      JsonObject bundle = element.getAsJsonObject();
      if (bundle.get("bundle").getAsString().equals(name)
          && bundle.get("state").getAsString().equals("active")) {
        versions.add(bundle.get("version").getAsString());
      }
    }
    return versions;
  }

  private static List<String> findings(JsonObject diagnosis) {
    JsonArray findings = diagnosis.getAsJsonArray("findings");
    List<String> lines = new ArrayList<>();
    for (JsonElement finding : findings) {
      JsonObject entry = finding.getAsJsonObject();
      lines.add(entry.get("subject").getAsString() + " " + entry.get("reason").getAsString());
    }
    return lines;
  }

  private String trainedWith(VaelixProcess shell, String run) throws IOException {
    Path runFolder = folder.resolve(run);
    shell.type(
        "vaelix train " + folder.resolve("recipe.json") + " --set 'run.folder=" + runFolder + "'");
    shell.await(() -> Files.exists(runFolder.resolve("summary.json")));
    String provenance = Files.readString(runFolder.resolve("provenance.json"));
    for (JsonElement part :
        JsonParser.parseString(provenance).getAsJsonObject().getAsJsonArray("parts")) {
      if (part.getAsJsonObject().get("bundle").getAsString().equals("org.example.ramp")) {
        return part.getAsJsonObject().get("version").getAsString();
      }
    }
    throw new AssertionError("no part of the plug-in in " + provenance);
  }

  @Test
  void theCommandKeepsTheFolderInOrder() throws IOException {
    Path jar = jar("ramp", "1.0.0");
    plugins("install", jar.toString());
    assertEquals(
        "file            bundle            version  state\n"
            + "ramp-1.0.0.jar  org.example.ramp    1.0.0  active\n",
        plugins());

    assertRefused(
        "org.example.ramp 1.0.0 is installed already, as ramp-1.0.0.jar; 'update' replaces it",
        "install",
        jar.toString());
    Path text = Files.writeString(folder.resolve("notes.jar"), "no jar");
    assertRefused(
        text + " is no complete jar: zip END header not found", "install", text.toString());
    assertRefused(
        "org.example.step is not installed; 'install' does it",
        "update",
        jar("step", "1.0.0").toString());
    plugins("install", jar("ramp", "1.1.0").toString());
    assertRefused(
        "several versions of org.example.ramp are installed; name the file to remove:"
            + " ramp-1.0.0.jar (1.0.0), ramp-1.1.0.jar (1.1.0)",
        "remove",
        "org.example.ramp");
    assertRefused("there is no plug-in 'step'; 'plugins list' shows them", "remove", "step");
    assertRefused("plugins: there is no 'instal', did you mean 'install'?", "instal", "a");
    assertRefused("plugins install needs the FILE of a bundle", "install");
    assertTrue(plugins("remove", "ramp-1.0.0.jar").startsWith("removed"));
    assertEquals(List.of("README.md", "ramp-1.1.0.jar"), content());
  }

  private List<String> content() throws IOException {
    try (var files = Files.list(plugins)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertRefused(String message, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("plugins"));
    command.addAll(List.of(arguments));
    VaelixProcess.Result result =
        VaelixProcess.run(packaged, folder, command.toArray(String[]::new)).expect(2);

    assertEquals("vaelix: " + message + "\n", result.err());
  }
}
