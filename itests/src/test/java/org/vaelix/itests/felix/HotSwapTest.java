package org.vaelix.itests.felix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.itests.Packaged;

/**
 * A run is going while the bundle of its prior, or of its backend, is updated, stopped and
 * refreshed at random moments: no step is lost, no parameter is wrong, and nothing is left behind.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HotSwapTest {
  private static final int EPOCHS = 40;

  private static final String RECIPE =
      """
      {"name": "swapped", "seed": 5, "backend": "cpu",
       "data": {"type": "linear-gaussian", "rows": 1000, "features": 6, "latent": 2},
       "model": {"type": "vae", "latent": 2, "architecture": {"type": "mlp", "hidden": [8]},
         "prior": "mixture-of-gaussians"},
       "training": {"epochs": 40, "batchSize": 16, "onPartChange": "%s"}}
      """;

  @TempDir Path folder;
  private PackagedFramework framework;

  @BeforeEach
  void boot() throws Exception {
    framework = new PackagedFramework(Packaged.directory(), folder.resolve("storage"));
    framework.add(ProbeBundle.in(folder));
  }

  @AfterEach
  void stop() throws Exception {
    framework.close();
  }

  @ParameterizedTest
  @CsvSource({
    "pin, priors-bundle, 200",
    "recompose, priors-bundle, 200",
    "pause, priors-bundle, 50",
    "pin, cpu-backend-bundle, 50",
    "recompose, cpu-backend-bundle, 50"
  })
  void nothingIsLost(String policy, String module, int times) throws Exception {
    Files.writeString(folder.resolve("recipe.json"), RECIPE.formatted(policy));
    List<?> steps = (List<?>) train("whole", epoch -> {}).get("steps");
    Set<String> threads = threads();
    long handles = handles();
    Disturbance disturbance = new Disturbance(framework.bundle(module), times, EPOCHS, 17);

    Map<String, Object> result = train("disturbed", disturbance::epochDone);

    assertEquals(times, disturbance.finish());
    assertEquals(LongStream.rangeClosed(1, steps.size()).boxed().toList(), result.get("steps"));
    for (String file : List.of("weights.safetensors", "latents.npy")) {
      assertArrayEquals(bytes("whole", file), bytes("disturbed", file), file);
    }
    assertEquals(metrics("whole"), metrics("disturbed"));
    assertEquals(policy.equals("pin"), recompositions() == 0, "recompositions");
    assertTrue(disturbance.loadersSeen() > times / 4, "loaders: " + disturbance.loadersSeen());
    assertTrue(
        disturbance.loadersAlive() <= 1, "class loaders left: " + disturbance.loadersAlive());
    assertTrue(threads.containsAll(threads()), () -> "threads: " + threads() + ", were " + threads);
    assertTrue(handles() <= handles, () -> "file handles: " + handles + " before");
  }

  private int recompositions() throws IOException {
    Path file = folder.resolve("disturbed").resolve("provenance.json");
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    return json.has("recompositions") ? json.getAsJsonArray("recompositions").size() : 0;
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@return how many files this process has open; 0 where the system does not tell} */
  private static long handles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(open)) {
      return files.count();
    }
  }

  private List<JsonObject> metrics(String run) throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl"))) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      json.remove("seconds");
      lines.add(json);
    }
    return lines;
  }

  private byte[] bytes(String run, String file) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve(file));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> train(String run, IntConsumer epochs) throws InterruptedException {
    var train =
        (BiFunction<List<String>, IntConsumer, Map<String, Object>>) framework.service(Probe.TRAIN);
    List<String> arguments =
        List.of(folder.resolve("recipe.json").toString(), folder.resolve(run).toString());
    return train.apply(arguments, epochs);
  }
}
