package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.PluginJar;
import org.vaelix.itests.broken.BlockingActivator;
import org.vaelix.itests.broken.Parts;
import org.vaelix.itests.broken.Wreckers;

/** Plug-ins that would take everything down with them are named, and a run is not lost. */
class ContainmentTest {
  private static final String RECIPE =
      """
      {"data": {"type": "linear-gaussian", "rows": 60},
       "model": {"type": "vae", "latent": 1, "objective": {"type": "elbo", "beta": "%s"},
                 "architecture": {"type": "mlp", "hidden": []}},
       "training": {"epochs": 3000, "checkpointEvery": 3000}}
      """;

  @TempDir static Path shared;
  private static Packaged packaged;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    Path home = Files.createDirectory(shared.resolve("vaelix"));
    packaged = Packaged.directory().copyWithout("none", home);
    Path plugins = home.resolve("plugins");
    wrecker("exits", Wreckers.Exiting.class).write(plugins.resolve("exits.jar"));
    wrecker("stops", Wreckers.Stopping.class).write(plugins.resolve("stops.jar"));
    new PluginJar("blocks", "1.0.0")
        .importsCore()
        .header("Bundle-Activator", BlockingActivator.class.getName())
        .classes(BlockingActivator.class)
        .write(plugins.resolve("blocks.jar"));
  }

  private static PluginJar wrecker(String type, Class<?> factory) throws IOException {
    return PluginJar.part("org.example." + type, "1.0.0", factory, type)
        .classes(Wreckers.class, Parts.class, Parts.None.class, Parts.Working.class, factory);
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("exits.json"), RECIPE.formatted("exits"));
    Files.writeString(folder.resolve("stops.json"), RECIPE.formatted("stops"));
  }

  private VaelixProcess.Result trainAndGo(String type) throws IOException {
    String[] train = {"train", "--stacktrace", type + ".json", "--set", "run.folder=run"};
    try (VaelixProcess process =
        VaelixProcess.startWith("-Dvaelix.patience=1", packaged, folder, train)) {
      process.await(() -> Files.exists(folder.resolve("run/metrics.jsonl")));
      Files.createFile(folder.resolve("go"));
      return process.finish();
    }
  }

  @Test
  void onePartThatEndsTheJvmIsNamedAndTheRunGoesOnLater() throws IOException {
    VaelixProcess.Result result = trainAndGo("exits").expect(1);

    assertTrue(
        result
            .err()
            .contains(
                "vaelix: org.example.exits 1.0.0 (org.vaelix.itests.broken.Wreckers$Exiting."),
        result.err());
    assertTrue(result.err().contains(" ends the JVM, which no plug-in should do\n"), result.err());
    assertTrue(result.err().matches("(?s).*vaelix: interrupted after \\d+ steps.*"), result.err());
    assertFalse(Files.exists(folder.resolve("run/summary.json")));

    Files.delete(folder.resolve("go"));
    VaelixProcess.run(packaged, folder, "train", "--resume", "run").expect(0);
    assertTrue(Files.exists(folder.resolve("run/summary.json")));
  }

  @Test
  void oneThatStopsTheFrameworkIsNamedAndTheRunGoesOn() throws IOException {
    VaelixProcess.Result result = trainAndGo("stops").expect(0);

    assertTrue(
        result
            .err()
            .contains(
                "vaelix: the framework is being stopped, which no plug-in should do;"
                    + " org.example.stops 1.0.0 has asked for it."),
        result.err());
    assertTrue(Files.exists(folder.resolve("run/summary.json")));
    assertTrue(Files.exists(folder.resolve("run/weights.safetensors")));
    assertFalse(result.err().contains("internal error"), result.err());
  }

  @Test
  void anActivatorThatBlocksIsLeftAlone() throws IOException {
    String[] list = {"list", "schedule"};
    try (VaelixProcess process =
        VaelixProcess.startWith("-Dvaelix.patience=1", packaged, folder, list)) {
      VaelixProcess.Result result = process.finish().expect(0);
      assertEquals(
          "vaelix: bundle blocks 1.0.0 does not start: its activator does not come back within 1 s\n",
          result.err());
      assertTrue(result.out().contains("schedule/exits"), result.out());
    }
  }
}
