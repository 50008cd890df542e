package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.graph.Shape;

/** The {@code cpu} backend trains as the reference does, and the same on any number of threads. */
class CpuTrainingTest {
  private static final int STEPS = 200;

  /** Steps from one common state to the next. */
  private static final int TOGETHER = 5;

  private static final int FEATURES = 20;
  private static final Shape IMAGE = Shape.of(1, 4, 8);

  private static final Shape TRACE = Shape.of(8, 3);

  /** Short enough for three latent variables to hold one for each bin. */
  private static final Shape SEQUENCE = Shape.of(2, 10);

  private static final String BERNOULLI = "{'type': 'bernoulli'}";
  private static final String MLP = "{'type': 'mlp', 'hidden': [%s], 'activation': '%s'}";

  private static Stream<String> likelihoods() {
    return TrainingSteps.likelihoods();
  }

  @ParameterizedTest
  @MethodSource("likelihoods")
  void lossesAgreeWithTheReferenceForEachLikelihood(String likelihood) {
    compare("32, 16", "softplus", likelihood);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "leaky-relu", "elu", "gelu", "silu", "tanh", "softplus"})
  void lossesAgreeWithTheReferenceForEachActivation(String activation) {
    compare("24", activation, "{'type': 'gaussian', 'learn': 'per-feature'}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'normalisation': 'batch'",
        "'normalisation': 'batch', 'residual': true, 'injection': 'concatenation'",
        "'normalisation': 'layer', 'dropout': 0.2",
        "'normalisation': 'group', 'groups': 2, 'residual': true, 'dropout': 0.2"
      })
  void lossesAgreeWithTheReferenceForDenseLayers(String options) {
    String mlp = "{'type': 'mlp', 'hidden': [24, 16], 'activation': 'elu', " + options + "}";
    compare(Shape.of(FEATURES), mlp, BERNOULLI);
  }

  /**
   * Groups of a few values close to one another, and the largest of such or a rectifier's kink,
   * magnify rounding without bound: there the two part after some dozen steps, which says nothing
   * of either. With {@code relu} and largest values, FiLM-gated skips are such a model: of ten runs
   * of the reference itself, in double precision, from first weights one last digit of a float up
   * or down, one parts by 1e-3 from step 153 on; with mean values three of ten do, from step 70 on;
   * with {@code silu} and mean values none by more than 1e-7. What parts is compared below, from
   * common states.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'skips': ['film'], 'pooling': 'average', 'activation': 'silu'",
        "'skips': ['plain', 'dropped'], 'upsampling': 'nearest', 'injection': 'concatenation'",
        "'skips': ['variational'], 'pooling': 'average', 'injection': 'film', 'activation': 'silu'",
        "'skips': ['none'], 'normalisation': 'group', 'groups': 2, 'pooling': 'average', 'activation': 'tanh'",
        "'skips': ['film', 'none'], 'normalisation': 'batch', 'activation': 'elu'"
      })
  void lossesAgreeWithTheReferenceForEachKindOfSkip(String options) {
    compare(IMAGE, "{'type': 'unet', 'channels': [4], " + options + "}", BERNOULLI);
  }

  /** All along a run, and for too few steps at a time to magnify a kink. */
  @ParameterizedTest
  @ValueSource(strings = {"'pooling': 'max'", "'pooling': 'average'"})
  void lossesAgreeFromCommonStatesWithRectifiersToo(String options) {
    String unet = "{'type': 'unet', 'channels': [4], 'skips': ['film'], " + options + "}";
    String expected = TrainingSteps.recipe("'reference'", unet, BERNOULLI);
    String found = TrainingSteps.recipe("'cpu'", unet, BERNOULLI);
    double[][] losses = TrainingSteps.losses(expected, found, STEPS, TOGETHER, IMAGE);
    compare(losses[0], losses[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'blocks': 1",
        "'downsampling': 'max', 'upsampling': 'nearest', 'normalisation': 'group', 'groups': 2",
        "'downsampling': 'average', 'blocks': 1, 'normalisation': 'batch', 'activation': 'elu'"
      })
  void lossesAgreeWithTheReferenceForConvolutions(String options) {
    String convolutional = "{'type': 'convolutional', 'channels': [4, 8], " + options + "}";
    compare(IMAGE, convolutional, BERNOULLI);
    compare(TRACE, convolutional, BERNOULLI);
  }

  @Test
  void lossesAgreeWithTheReferenceForTraces() {
    compare(TRACE, "{'type': 'unet', 'channels': [4], 'injection': 'film'}", BERNOULLI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'factors': 2",
        "'perBin': 1, 'normalised': false, 'dropout': 0.2, 'coordinatedDropout': 0.4"
      })
  void lossesAgreeWithTheReferenceForRecurrentNetworks(String options) {
    String recurrent = "{'type': 'recurrent', 'encoder': 8, 'generator': 6, " + options + "}";
    compare(SEQUENCE, recurrent, BERNOULLI);
  }

  private static void compare(String hidden, String activation, String likelihood) {
    compare(Shape.of(FEATURES), MLP.formatted(hidden, activation), likelihood);
  }

  private static void compare(Shape event, String architecture, String likelihood) {
    double[] expected = losses("'reference'", architecture, likelihood, STEPS, event);
    compare(expected, losses("'cpu'", architecture, likelihood, STEPS, event));
  }

  private static void compare(double[] expected, double[] found) {
    for (int step = 0; step < STEPS; step++) {
      // Of a density the loss may pass 0.
      double allowed = 1e-4 * Math.max(1, Math.abs(expected[step]));
      assertEquals(expected[step], found[step], allowed, "step " + step);
    }
  }

  private static double[] losses(
      String backend, String architecture, String likelihood, int steps, Shape event) {
    String recipe = TrainingSteps.recipe(backend, architecture, likelihood);
    return TrainingSteps.losses(recipe, steps, event);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    double[][] losses = new double[3][];
    for (int threads = 1; threads <= 3; threads++) {
      String backend = "{'type': 'cpu', 'threads': " + threads + "}";
      String wide = MLP.formatted("700, 600", "relu");
      losses[threads - 1] = losses(backend, wide, BERNOULLI, 8, Shape.of(FEATURES));
    }
    assertArrayEquals(losses[0], losses[1], 0);
    assertArrayEquals(losses[0], losses[2], 0);
  }
}
