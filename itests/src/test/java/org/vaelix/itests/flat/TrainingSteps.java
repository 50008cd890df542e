package org.vaelix.itests.flat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Clipping;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.random.Poisson;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.recipe.RecipeReader;

/**
 * Steps of training on values that any likelihood admits, without a trainer: the last three rows of
 * each batch only fill it up.
 */
final class TrainingSteps {
  /** How many rows a batch has. */
  static final int ROWS = 32;

  private static final String RECIPE =
      """
      {"data": {"type": "linear-gaussian"}, "backend": %s,
       "model": {"type": "vae", "latent": 3,
         "architecture": %s,
         "likelihood": %s}}
      """;

  /** Options other than the defaults, for formulas that these do not reach. */
  private static final List<String> VARIANTS =
      List.of(
          "{'type': 'gaussian', 'learn': 'shared'}",
          "{'type': 'gaussian', 'learn': 'per-value'}",
          "{'type': 'gaussian', 'learn': 'optimal'}",
          "{'type': 'student-t', 'learnDegreesOfFreedom': true, 'learn': 'per-value'}",
          "{'type': 'gamma', 'varying': 'per-value'}",
          "{'type': 'log-normal', 'learn': 'optimal', 'offset': 0.5}",
          "{'type': 'categorical', 'classes': 5}",
          "{'type': 'mixed', 'parts': [{'likelihood': 'bernoulli', 'columns': ['2..7', '11']},"
              + " {'likelihood': {'type': 'gaussian', 'learn': 'optimal'}}]}",
          "{'type': 'poisson', 'binWidth': 0.1}",
          "{'type': 'poisson', 'library': 'observed'}",
          "{'type': 'negative-binomial', 'dispersion': 'per-value'}",
          "{'type': 'binomial', 'trials': 100}");

  private TrainingSteps() {}

  /** {@return every likelihood there is, and options that make another formula of it, as JSON} */
  static Stream<String> likelihoods() {
    Stream<String> defaults =
        FlatRun.catalog().parts("likelihood").stream()
            .map(part -> "{'type': '" + part.type() + "'}");
    return Stream.concat(defaults, VARIANTS.stream()).map(text -> text.replace('\'', '"'));
  }

  /** {@return a recipe, whose parts are given as JSON with single quotes} */
  static String recipe(String backend, String architecture, String likelihood) {
    return RECIPE.formatted(backend, architecture, likelihood).replace('\'', '"');
  }

  /** {@return the loss of each step} */
  static double[] losses(String json, int steps, Shape event) {
    try (Training training = Training.of(json, event)) {
      double[] losses = new double[steps];
      for (int step = 0; step < steps; step++) {
        losses[step] = training.step(step);
      }
      return losses;
    }
  }

  /**
   * {@return the losses of each step by two recipes, of which the second goes on from the first
   * one's variables after each so many steps}
   */
  static double[][] losses(String first, String second, int steps, int together, Shape event) {
    try (Training one = Training.of(first, event);
        Training other = Training.of(second, event)) {
      double[][] losses = new double[2][steps];
      for (int step = 0; step < steps; step++) {
        if (step % together == 0) {
          other.goOnFrom(one);
        }
        losses[0][step] = one.step(step);
        losses[1][step] = other.step(step);
      }
      return losses;
    }
  }

  /** Traces what else is asked of a model, which checks its shapes. */
  static void trace(String json, Shape event) {
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    try (LoadedRecipe loaded =
        RecipeReader.read(object, Path.of(""), List.of(), FlatRun.catalog())) {
      Tracer tracer = Values.of(loaded.recipe(), event).tracer(loaded.recipe());
      tracer.reconstruction(ROWS);
      tracer.generation(ROWS);
    }
  }

  /** A recipe's step, compiled. */
  private record Training(LoadedRecipe loaded, Values values, Traced traced, Program program)
      implements AutoCloseable {
    static Training of(String json, Shape event) {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      LoadedRecipe loaded = RecipeReader.read(object, Path.of(""), List.of(), FlatRun.catalog());
      Recipe recipe = loaded.recipe();
      Values values = Values.of(recipe, event);
      Clipping clipping = new Clipping(Optional.of(5.0), Optional.empty());
      Traced traced =
          values.tracer(recipe).trainingStep(ROWS, recipe.training().optimiser(), clipping);
      Program program = recipe.backend().compile(traced.graph());
      for (Variable variable : traced.graph().variables()) {
        PhiloxRandom random = new PhiloxRandom(1, variable.name(), 0);
        double[] first = variable.initialiser().values(variable.shape(), random);
        program.write(variable.name(), HostArray.of(variable.shape(), first));
      }
      return new Training(loaded, values, traced, program);
    }

    double step(int step) {
      return program.run(1, step, inputs(step, values)).get(Tracer.LOSS).get(0);
    }

    void goOnFrom(Training other) {
      for (Variable variable : traced.graph().variables()) {
        program.write(variable.name(), other.program.read(variable.name()));
      }
    }

    @Override
    public void close() {
      program.close();
      loaded.close();
    }
  }

  /**
   * Zeros and ones; ones shrink by up to a half where fractions are admitted, since a scale of
   * values that are all alike is at its bounds; half a unit more where 0 is not admitted.
   */
  private record Values(Shape event, double least, double shrink) {
    static Values of(Recipe recipe, Shape event) {
      Values positive = new Values(event, 0.5, 0);
      Support support = positive.tracer(recipe).evaluation(1).model().likelihood().support();
      return new Values(event, support.contains(0) ? 0 : 0.5, support.contains(0.75) ? 0.5 : 0);
    }

    Tracer tracer(Recipe recipe) {
      Moments moments =
          new Moments(
              1000,
              all(least + (shrink > 0 ? 0.4 : 0.5)),
              all(shrink > 0 ? 0.15 : 0.25),
              all(least > 0 ? 0 : 0.45),
              List.of());
      return new Tracer(recipe.model(), event, moments);
    }

    private double[] all(double number) {
      double[] numbers = new double[event.elements()];
      Arrays.fill(numbers, number);
      return numbers;
    }

    double draw(double rate, PhiloxRandom random) {
      double one = Math.min(1, Poisson.sample(rate, random));
      return least + (shrink > 0 ? one * (1 - shrink * random.nextDouble()) : one);
    }
  }

  private static Map<String, HostArray> inputs(int step, Values drawn) {
    Shape event = drawn.event();
    PhiloxRandom random = new PhiloxRandom(1, "rows", step);
    double[] values = new double[ROWS * event.elements()];
    double[] weights = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      weights[row] = row < ROWS - 3 ? 1 : 0;
      double rate = 2 * random.nextDouble();
      for (int i = 0; i < event.elements(); i++) {
        values[row * event.elements() + i] = drawn.draw(rate, random);
      }
    }
    Map<String, HostArray> inputs = new HashMap<>();
    inputs.put(Tracer.VALUES, HostArray.of(event.prepend(ROWS), values));
    inputs.put(Tracer.WEIGHTS, HostArray.of(Shape.of(ROWS), weights));
    inputs.put("schedule/objective/beta", HostArray.of(Shape.scalar(), 1.0));
    inputs.put(Tracer.STEP, HostArray.of(Shape.scalar(), step + 1.0));
    inputs.put(Tracer.LEARNING_RATE, HostArray.of(Shape.scalar(), 1e-3));
    return inputs;
  }
}
