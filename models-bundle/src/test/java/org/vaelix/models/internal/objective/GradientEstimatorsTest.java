package org.vaelix.models.internal.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Terms;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.objective.ElboObjective.Baseline;
import org.vaelix.models.internal.objective.ElboObjective.Gradient;
import org.vaelix.testkit.LinearGaussian;
import org.vaelix.testkit.PartHarness;

/**
 * The pathwise and the score-function gradient of one model's ELBO with respect to the encoder's
 * results (8 means, 8 ln s) and the decoder's weights (6).
 */
class GradientEstimatorsTest {
  private static final int SAMPLES = 4;
  private static final int RUNS = 20_000;
  private static final int ENCODER = 2 * LinearGaussian.ROWS * LinearGaussian.LATENT;

  private static ElboObjective.Config config(Gradient gradient, Baseline baseline, int samples) {
    return new ElboObjective.Config(
        Schedule.constant(0.8), samples, 0, FreeBits.Over.TOTAL, gradient, baseline);
  }

  private static Moments gradient(Gradient gradient, Baseline baseline, boolean isClosedForm) {
    PartHarness harness = LinearGaussian.harness(true);
    LinearGaussian model = LinearGaussian.of(harness, isClosedForm, 1, 1, 1, 1);
    ElboObjective.Config config = config(gradient, baseline, SAMPLES);
    Terms terms = new Elbo(config, harness.context().scope("objective")).terms(model);
    Map<String, Tensor> inputs = harness.graph().inputs();
    List<Tensor> with = new ArrayList<>();
    LinearGaussian.INPUTS.forEach(name -> with.add(inputs.get(name)));
    return Moments.of(harness, Gradients.of(terms.loss().sum(), with), RUNS);
  }

  /** Means agree within 5 standard errors; the variance is larger by the factor that is printed. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theScoreFunctionHasTheSameMeanAndMoreVariance(boolean isClosedForm) {
    Moments pathwise = gradient(Gradient.PATHWISE, Baseline.NONE, isClosedForm);
    Moments alone = gradient(Gradient.SCORE_FUNCTION, Baseline.NONE, isClosedForm);
    Moments centred = gradient(Gradient.SCORE_FUNCTION, Baseline.LEAVE_ONE_OUT, isClosedForm);
    Moments running = gradient(Gradient.SCORE_FUNCTION, Baseline.RUNNING_MEAN, isClosedForm);
    pathwise.assertSameMean(alone);
    pathwise.assertSameMean(centred);
    pathwise.assertSameMean(running);
    double noise = pathwise.variance(0, ENCODER);
    double[] factors = {
      alone.variance(0, ENCODER) / noise,
      centred.variance(0, ENCODER) / noise,
      running.variance(0, ENCODER) / noise
    };
    System.out.printf(
        Locale.ROOT,
        "encoder's gradient, %d draws, %s KL: variance of the score function / pathwise: %.1f"
            + " alone, %.1f leave-one-out, %.1f running mean%n",
        SAMPLES,
        isClosedForm ? "closed-form" : "sampled",
        factors[0],
        factors[1],
        factors[2]);
    // Measured by this test; the draws are repeatable, so that only another method changes them.
    double[] measured =
        isClosedForm ? new double[] {33.5, 7.7, 6.9} : new double[] {26.3, 5.3, 4.8};
    assertArrayEquals(measured, factors, 0.1);
  }

  @Test
  void leaveOneOutNeedsAnother() {
    OptionException e =
        assertThrows(
            OptionException.class,
            () -> config(Gradient.SCORE_FUNCTION, Baseline.LEAVE_ONE_OUT, 1));
    assertEquals("samples", e.option());
  }

  @Test
  void outsideOfTrainingThereIsNoGradientToEstimate() {
    PartHarness harness = LinearGaussian.harness(false);
    LinearGaussian model = LinearGaussian.of(harness, true, 1, 1, 1, 1);
    ElboObjective.Config config = config(Gradient.SCORE_FUNCTION, Baseline.RUNNING_MEAN, 1);
    new Elbo(config, harness.context().scope("objective")).terms(model);
    assertEquals(0, harness.graph().variables().size());
  }
}
