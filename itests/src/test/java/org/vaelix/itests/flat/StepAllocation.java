package org.vaelix.itests.flat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Clipping;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Moments;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.recipe.RecipeReader;

/**
 * A program for a JVM of its own: trains on the {@code cpu} backend until the JVM is warm, then
 * prints how many bytes a step allocates on all threads that may work for it: the one that drives
 * the program and the backend's own.
 */
public final class StepAllocation {
  private static final int ROWS = 64;
  private static final int STEPS = 50;
  private static final int QUIET_ROUNDS = 5;

  /** Not a time: a process that is stopped for a while must not lose its patience meanwhile. */
  private static final int MOST_ROUNDS = 2000;

  private static final String RECIPE =
      """
      {"data": {"type": "linear-gaussian"}, "backend": {"type": "cpu", "threads": %s},
       "model": {"type": "vae", "latent": 8,
         "architecture": %s,
         "likelihood": {"type": "poisson"}},
       "training": {"optimiser": {"type": "adam"}}}
      """;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Traced traced;
  private final Program program;
  private final Map<String, HostArray> inputs;
  private final long[] ids;
  private long step;

  private StepAllocation(Recipe recipe, Shape event) {
    inputs = inputs(event);
    Tracer tracer = new Tracer(recipe.model(), event, Moments.standard(event.elements()));
    traced = tracer.trainingStep(ROWS, recipe.training().optimiser(), Clipping.NONE);
    program = recipe.backend().compile(traced.graph());
    for (Variable variable : traced.graph().variables()) {
      PhiloxRandom random = new PhiloxRandom(1, variable.name(), 0);
      double[] values = variable.initialiser().values(variable.shape(), random);
      program.write(variable.name(), HostArray.of(variable.shape(), values));
    }
    ids = threadsThatWork();
  }

  /** Of threads, the sizes of a row and an architecture: {@code 2 1x8x8 "{'type': 'unet'}"}. */
  public static void main(String[] arguments) {
    String recipe = RECIPE.formatted(arguments[0], arguments[2].replace('\'', '"'));
    JsonObject json = JsonParser.parseString(recipe).getAsJsonObject();
    int[] sizes = Stream.of(arguments[1].split("x")).mapToInt(Integer::parseInt).toArray();
    try (LoadedRecipe loaded = RecipeReader.read(json, Path.of(""), List.of(), FlatRun.catalog())) {
      System.out.println(new StepAllocation(loaded.recipe(), Shape.of(sizes)).bytesPerStep());
    }
  }

  private static Map<String, HostArray> inputs(Shape event) {
    PhiloxRandom random = new PhiloxRandom(1, "rows", 0);
    double[] values = random.doubles(ROWS * event.elements(), 0, 3).map(Math::floor).toArray();
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    Map<String, HostArray> inputs = new HashMap<>();
    inputs.put(Tracer.VALUES, HostArray.of(event.prepend(ROWS), values));
    inputs.put(Tracer.WEIGHTS, HostArray.of(Shape.of(ROWS), weights));
    inputs.put("schedule/objective/beta", HostArray.of(Shape.scalar(), 1.0));
    inputs.put(Tracer.STEP, HostArray.of(Shape.scalar(), 1.0));
    inputs.put(Tracer.LEARNING_RATE, HostArray.of(Shape.scalar(), 1e-3));
    return inputs;
  }

  /**
   * Until the JVM's compiler is done with a method, the interpreter allocates what compiled code
   * does not; so this goes on until some rounds in a row allocated nothing, or there were too many.
   */
  private double bytesPerStep() {
    int quiet = 0;
    double bytes = 0;
    for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
      bytes = (double) bytesOfRound() / STEPS;
      quiet = bytes == 0 ? quiet + 1 : 0;
    }
    return quiet == QUIET_ROUNDS ? 0 : bytes;
  }

  private long bytesOfRound() {
    long before = allocated();
    for (int i = 0; i < STEPS; i++) {
      step++;
      program.run(1, step, inputs).get(Tracer.LOSS);
    }
    return allocated() - before;
  }

  private long allocated() {
    long sum = 0;
    for (long id : ids) {
      sum += threads.getThreadAllocatedBytes(id);
    }
    return sum;
  }

  /** This thread and the backend's own. */
  private static long[] threadsThatWork() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t == Thread.currentThread() || t.getName().startsWith("vaelix-cpu-"))
        .mapToLong(Thread::getId)
        .toArray();
  }
}
