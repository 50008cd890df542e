package org.vaelix.itests.felix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.vaelix.itests.Packaged;

/** Training through services, while bundles go and come back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TrainingInFelixTest {
  private static final String RECIPE =
      """
      {"name": "spikes", "seed": 5,
       "data": {"type": "lorenz-spikes", "conditions": 10, "trialsPerCondition": 4, "bins": 50,
                "neurons": 16, "binWidth": 0.02, "baseRate": 50},
       "model": {"type": "vae", "latent": 3, "architecture": {"type": "mlp", "hidden": [16]},
                 "likelihood": {"type": "poisson", "binWidth": 0.02}},
       "training": {"epochs": 20, "batchSize": 20,
                    "optimiser": {"type": "adam", "learningRate": 0.01}}}
      """;

  @TempDir Path folder;
  private PackagedFramework framework;

  @BeforeEach
  void boot() throws Exception {
    framework = new PackagedFramework(Packaged.directory(), folder.resolve("storage"));
    framework.add(ProbeBundle.in(folder));
    Files.writeString(folder.resolve("recipe.json"), RECIPE);
  }

  @AfterEach
  void stop() throws Exception {
    framework.close();
  }

  @Test
  void anEmbeddingHostTrainsThroughServices() throws Exception {
    Map<String, Object> result = train("run", epoch -> {});

    assertEquals(20, result.get("epochs"));
    double gain = (double) result.get("elbo") - (double) result.get("nullModel");
    assertTrue(gain > 0, "gain over the null model: " + gain);
  }

  /** This JVM was started without the flag, as a host that knows nothing of SIMD is. */
  @Test
  void withoutTheVectorApiItTrainsOnTheDefaultBackendWithOneHint() throws Exception {
    assertTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty());
    Map<String, Object> result = train("plain", epoch -> {});

    assertEquals("cpu", result.get("backend"));
    List<?> hints =
        ((List<?>) result.get("messages"))
            .stream().filter(m -> m.toString().contains("jdk.incubator.vector")).toList();
    assertEquals(
        List.of(
            "backend cpu: plain Java, single precision; several times faster with SIMD: start the JVM"
                + " with --add-modules jdk.incubator.vector"),
        hints);
  }

  @Test
  void aRunEndsOnTheBundleThatWentAwayAndItsReturnHeals() throws Exception {
    train("undisturbed", epoch -> {});
    Bundle likelihoods = framework.bundle("likelihoods-bundle");
    String location = likelihoods.getLocation();

    Map<String, Object> result =
        train("disturbed", epoch -> uninstall(epoch == 2 ? likelihoods : null));

    assertEquals(20, result.get("epochs"));
    assertArrayEquals(weights("undisturbed"), weights("disturbed"));
    assertEquals(Bundle.UNINSTALLED, likelihoods.getState());
    assertFalse(hasPoisson());
    RuntimeException refused =
        assertThrows(RuntimeException.class, () -> train("refused", epoch -> {}));
    assertTrue(
        refused.getMessage().contains("/model/likelihood: there is no likelihood 'poisson'"),
        refused.getMessage());

    framework.add(location);
    assertTrue(hasPoisson());
    train("healed", epoch -> {});
    assertArrayEquals(weights("undisturbed"), weights("healed"));
  }

  @Test
  void theDoctorSeesWhatARunHoldsEvenOfABundleThatWent() throws Exception {
    Bundle likelihoods = framework.bundle("likelihoods-bundle");
    String name = likelihoods.getSymbolicName();
    List<JsonObject> seen = new ArrayList<>();

    train(
        "held",
        epoch -> {
          if (epoch == 1) {
            seen.add(diagnosis());
            uninstall(likelihoods);
            seen.add(diagnosis());
          }
        });
    seen.add(diagnosis());

    assertEquals(1, leases(seen.get(0), name));
    assertEquals(2, leases(seen.get(0), "org.vaelix.priors-bundle"));
    assertEquals(List.of(), findings(seen.get(0)));
    assertEquals(
        List.of("has gone, but its likelihood 'poisson' is held until its run ends"),
        findings(seen.get(1)));
    assertEquals(0, leases(seen.get(2), "org.vaelix.models-bundle"));
    assertEquals(List.of(), findings(seen.get(2)));
  }

  private JsonObject diagnosis() {
    Path file = folder.resolve("diagnosis.json");
    try {
      framework.commandLine().applyAsInt(new String[] {"doctor", "--json", file.toString()});
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int leases(JsonObject diagnosis, String bundle) {
    for (JsonElement entry : diagnosis.getAsJsonArray("bundles")) {
      if (entry.getAsJsonObject().get("bundle").getAsString().equals(bundle)) {
        return entry.getAsJsonObject().get("leases").getAsInt();
      }
    }
    throw new AssertionError("no bundle " + bundle + " in " + diagnosis);
  }

  private static List<String> findings(JsonObject diagnosis) {
    List<String> reasons = new ArrayList<>();
    diagnosis
        .getAsJsonArray("findings")
        .forEach(finding -> reasons.add(finding.getAsJsonObject().get("reason").getAsString()));
    return reasons;
  }

  private static void uninstall(Bundle bundle) {
    try {
      if (bundle != null) {
        bundle.uninstall();
      }
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] weights(String run) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve("weights.safetensors"));
  }

  @SuppressWarnings("unchecked")
  private boolean hasPoisson() throws InterruptedException {
    var parts = (Supplier<List<String>>) framework.service(Probe.PARTS);
    return parts.get().stream().anyMatch(part -> part.startsWith("likelihood/poisson "));
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
