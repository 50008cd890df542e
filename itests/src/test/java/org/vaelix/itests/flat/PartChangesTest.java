package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.Summary.Stopped;
import org.vaelix.core.training.TrainingListener;
import org.vaelix.priors.internal.mixture.MixturePrior;

/** What a run does when its parts leave, come back or are replaced between two steps. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PartChangesTest {
  private static final String PRIOR = "mixture-of-gaussians";
  private static final long STEPS = 60;

  private static final String RECIPE =
      """
      {"name": "changing", "seed": 5,
       "data": {"type": "linear-gaussian", "rows": 400, "features": 6, "latent": 2},
       "model": {"type": "vae", "latent": 2, "architecture": {"type": "mlp", "hidden": [8]},
         "prior": "mixture-of-gaussians"},
       "training": {"epochs": 6, "batchSize": 32, "earlyStopping": {"patience": 50}}}
      """;

  @TempDir Path folder;
  private final ChangingCatalog catalog = new ChangingCatalog();
  private final List<String> messages = new ArrayList<>();
  private final List<Long> steps = new ArrayList<>();

  @AfterEach
  void everythingHasBeenGivenBack() {
    assertEquals(0, catalog.leases());
  }

  @Test
  void pinGoesOnWithWhatItHoldsToTheSameBits() throws IOException {
    train("whole", "reference", "pin", step -> {});
    assertEquals(List.of(), news());

    train("pinned", "reference", "pin", step -> replaceAt(step, 7, 23));

    assertSameResults("whole", "pinned");
    assertEquals(1, news().size(), news().toString());
    assertTrue(
        news().get(0).startsWith("/model/prior: prior 'mixture-of-gaussians' from "),
        news()::toString);
    assertFalse(provenance("pinned").has("recompositions"));
  }

  @Test
  void recomposingWithTheSamePartLeavesTheSameBits() throws IOException {
    train("whole", "reference", "recompose", step -> {});
    assertEquals(List.of(), news());

    train("swapped", "reference", "recompose", step -> replaceAt(step, 1, 7, 10, 23, 24, 59));

    assertSameResults("whole", "swapped");
    assertEquals(LongStream.rangeClosed(1, STEPS).boxed().toList(), steps);
    assertEquals(metrics("whole"), metrics("swapped"));
    JsonArray recompositions = provenance("swapped").getAsJsonArray("recompositions");
    assertEquals(
        List.of(1, 7, 10, 23, 24, 59),
        recompositions.asList().stream()
            .map(r -> r.getAsJsonObject().get("step").getAsInt())
            .toList());
    assertTrue(messages.contains("kept prior/means (10, 2)"), messages::toString);
    assertTrue(messages.stream().noneMatch(m -> m.startsWith("initialised")), messages::toString);
  }

  @Test
  void anotherPartKeepsWhatFitsAndInitialisesTheRest() throws IOException {
    train(
        "grown",
        "reference",
        "recompose",
        step -> {
          if (step == 30) {
            catalog.put("prior", PRIOR, new Grown());
          }
        });

    assertEquals(LongStream.rangeClosed(1, STEPS).boxed().toList(), steps);
    JsonObject done = provenance("grown").getAsJsonArray("recompositions").get(0).getAsJsonObject();
    assertEquals(30, done.get("step").getAsInt());
    assertEquals(
        "2.0.0",
        done.getAsJsonArray("parts").get(0).getAsJsonObject().get("version").getAsString());
    List<String> initialised =
        done.getAsJsonArray("initialised").asList().stream().map(e -> e.getAsString()).toList();
    assertFalse(initialised.isEmpty());
    assertTrue(
        initialised.stream().allMatch(name -> name.contains("prior")), initialised::toString);
    assertTrue(done.get("kept").getAsInt() > initialised.size());
    assertTrue(
        weights("grown").values().stream().anyMatch(array -> array.shape().size(0) == 12),
        "no variable has 12 components");
    assertTrue(
        resolved("grown").contains("\"components\": 12"),
        "the recipe is resolved with the newcomer");
  }

  @Test
  void aPartThatIsNotThereIsWaitedFor() throws IOException {
    train("whole", "reference", "recompose", step -> {});

    train(
        "waited",
        "reference",
        "recompose",
        step -> {
          if (step == 20) {
            catalog.remove("prior", PRIOR);
            later(3000, () -> catalog.renew("prior", PRIOR));
          }
        });

    assertSameResults("whole", "waited");
    assertTrue(
        messages.stream()
            .anyMatch(
                m ->
                    m.startsWith(
                        "after step 20 the run waits, with a checkpoint: /model/prior: there is no"
                            + " prior 'mixture-of-gaussians'")),
        messages::toString);
  }

  @Test
  void aPartThatFailsIsWaitedOutAndNamed() throws IOException {
    train("whole", "reference", "recompose", step -> {});

    train(
        "healed",
        "reference",
        "recompose",
        step -> {
          if (step == 20) {
            catalog.put("prior", PRIOR, new Failing());
            later(3500, () -> catalog.renew("prior", PRIOR));
          }
        });

    assertSameResults("whole", "healed");
    assertTrue(messages.stream().anyMatch(m -> m.contains("no such luck")), messages::toString);
  }

  @Test
  void pauseWaitsUntilThePartIsBack() throws IOException {
    train("whole", "reference", "pause", step -> {});

    train(
        "paused",
        "reference",
        "pause",
        step -> {
          if (step == 20) {
            catalog.remove("prior", PRIOR);
            later(300, () -> catalog.renew("prior", PRIOR));
          }
        });

    assertSameResults("whole", "paused");
    assertTrue(
        news().get(0).startsWith("paused after step 20 with a checkpoint: waits for prior"),
        news()::toString);
  }

  @Test
  void aPauseCanBeInterruptedAndResumed() throws IOException {
    train("whole", "reference", "pause", step -> {});
    List<Boolean> gone = new ArrayList<>();

    Summary summary =
        train(
            "paused",
            "reference",
            "pause",
            step -> {
              if (step == 25) {
                catalog.remove("prior", PRIOR);
                gone.add(true);
              }
            },
            () -> news().stream().anyMatch(m -> m.startsWith("paused after step 25")));

    assertEquals(Stopped.INTERRUPTED, summary.stopped());
    assertEquals(25, summary.steps());
    catalog.renew("prior", PRIOR);
    try (Run run = new Experiments(catalog).resume(folder.resolve("paused"), List.of())) {
      run.train(new TrainingListener() {}, () -> false);
    }
    assertSameResults("whole", "paused");
  }

  /** From cpu to reference and back; the same as two resumed pieces, which move the state too. */
  @Test
  void aRunMovesFromOneBackendToAnotherAndBack() throws IOException {
    train("moved", "auto", "recompose", this::moveBackends);

    trainPiece("pieces", "cpu", 20);
    resumePiece("pieces", "reference", 40);
    resumePiece("pieces", "cpu", STEPS);
    assertArrayEquals(bytes("pieces"), bytes("moved"));
    assertEquals(
        List.of("reference", "cpu"),
        provenance("moved").getAsJsonArray("recompositions").asList().stream()
            .map(r -> r.getAsJsonObject().getAsJsonObject("backend").get("type").getAsString())
            .toList());
  }

  private void moveBackends(long step) {
    if (step == 20) {
      catalog.remove("backend", "cpu");
    } else if (step == 40) {
      catalog.renew("backend", "cpu");
    }
  }

  private void trainPiece(String run, String backend, long until) throws IOException {
    List<String> settings = List.of("run.folder=" + folder.resolve(run), "backend=" + backend);
    try (Run piece = new Experiments(catalog).start(folder.resolve("recipe.json"), settings)) {
      train(piece, until);
    }
  }

  private void resumePiece(String run, String backend, long until) {
    try (Run piece =
        new Experiments(catalog).resume(folder.resolve(run), List.of("backend=" + backend))) {
      train(piece, until);
    }
  }

  private void train(Run piece, long until) {
    long[] done = {0};
    piece.train(
        new TrainingListener() {
          @Override
          public void stepDone(long step, double loss) {
            done[0] = step;
          }
        },
        () -> done[0] == until && until < STEPS);
  }

  private void replaceAt(long step, long... when) {
    if (LongStream.of(when).anyMatch(at -> at == step)) {
      catalog.renew("prior", PRIOR);
    }
  }

  private static void later(long milliseconds, Runnable action) {
    var delayed = CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(action, delayed);
  }

  private void train(String run, String backend, String policy, LongConsumer steps)
      throws IOException {
    Summary summary = train(run, backend, policy, steps, () -> false);
    assertEquals(STEPS, summary.steps());
  }

  private Summary train(
      String run, String backend, String policy, LongConsumer changes, BooleanSupplier cancelled)
      throws IOException {
    messages.clear();
    steps.clear();
    Path recipe = folder.resolve("recipe.json");
    Files.writeString(recipe, RECIPE);
    List<String> settings =
        List.of(
            "run.folder=" + folder.resolve(run),
            "backend=" + backend,
            "training.onPartChange=" + policy);
    try (Run started = new Experiments(catalog).start(recipe, settings)) {
      return started.train(
          new TrainingListener() {
            @Override
            public void stepDone(long step, double loss) {
              steps.add(step);
              changes.accept(step);
            }

            @Override
            public void message(String message) {
              messages.add(message);
            }
          },
          cancelled);
    }
  }

  /** What was said beside how training begins. */
  private List<String> news() {
    return messages.stream().filter(m -> !m.startsWith("backend ")).toList();
  }

  private void assertSameResults(String expected, String actual) throws IOException {
    assertArrayEquals(bytes(expected), bytes(actual));
    assertArrayEquals(
        Files.readAllBytes(files(expected).latents()), Files.readAllBytes(files(actual).latents()));
  }

  private List<JsonObject> metrics(String run) throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    for (String line : Files.readAllLines(files(run).metrics())) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      json.remove("seconds");
      lines.add(json);
    }
    return lines;
  }

  private RunFiles files(String run) {
    return new RunFiles(folder.resolve(run));
  }

  private byte[] bytes(String run) throws IOException {
    return Files.readAllBytes(files(run).weights());
  }

  private Map<String, HostArray> weights(String run) throws IOException {
    return SafeTensors.read(files(run).weights()).arrays();
  }

  private JsonObject provenance(String run) throws IOException {
    return JsonParser.parseString(Files.readString(files(run).provenance())).getAsJsonObject();
  }

  private String resolved(String run) throws IOException {
    return Files.readString(files(run).recipe());
  }

  /** The next version of the prior: two components more unless the recipe says how many. */
  private static final class Grown implements PriorFactory<MixturePrior.Config> {
    @Override
    public MixturePrior.Config defaults() {
      return new MixturePrior.Config(12, 1, 1);
    }

    @Override
    public Prior create(MixturePrior.Config config, ModelContext context) {
      return new MixturePrior().create(config, context);
    }
  }

  /** A next version that is broken. */
  private static final class Failing implements PriorFactory<MixturePrior.Config> {
    @Override
    public MixturePrior.Config defaults() {
      return new MixturePrior.Config(10, 1, 1);
    }

    @Override
    public Prior create(MixturePrior.Config config, ModelContext context) {
      throw new IllegalStateException("no such luck");
    }
  }
}
