package org.vaelix.likelihoods.internal.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Config;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Learn;
import org.vaelix.testkit.PartHarness;

class OptimalGaussianTest {
  private static final Shape SHAPE = Shape.of(3, 2);
  private static final double[] MEAN = {0.5, -1, 2, 0, 1, 1};

  private final double[] values = {1, -1.5, 2.25, 1, 3, -7};
  private final double[] weights = {1, 1, 1};
  private final double[] mask = {1, 1, 1, 1, 1, 1};

  /** ln p of a batch, summed over what counts, and its gradient by the means. */
  private record Scored(PartHarness harness, Tensor sum, Tensor gradient) {}

  private Scored scored(boolean training) {
    Moments moments = new Moments(9, new double[] {0, 0}, new double[] {4, 2});
    PartHarness harness = PartHarness.of(Shape.of(2), moments, training);
    Tensor mean = harness.given("mean", SHAPE, MEAN);
    Tensor w = harness.given("weights", Shape.of(3), weights);
    Batch batch =
        new Batch(
            harness.given("values", SHAPE, values),
            w,
            Optional.of(harness.given("mask", SHAPE, mask)),
            Conditions.none(3));
    Tensor perRow =
        batch.sumOverEvent(
            new GaussianLikelihood()
                .create(new Config(1, Learn.OPTIMAL), harness.context())
                .given(Map.of("mean", mean), Conditions.none(3))
                .logDensity(batch));
    Tensor sum = perRow.multiply(w).sum();
    return new Scored(harness, sum, Gradients.of(sum, List.of(mean)).get(0));
  }

  /**
   * Expected number: scipy 1.17.1, d = values − means, stats.norm.logpdf(d, 0,
   * numpy.sqrt(numpy.mean(d**2))).sum().
   */
  @Test
  void sigmaIsTheRootMeanSquaredErrorOfTheBatch() {
    Scored scored = scored(true);
    assertEquals(-15.865029678651162, scored.harness().values(scored.sum())[0], 1e-12);
  }

  /** The same of the first two rows without the fourth value. */
  @Test
  void whatDoesNotCountHasNoShareInSigma() {
    weights[2] = 0;
    mask[3] = 0;
    Scored scored = scored(true);
    assertEquals(-1.7458509492565113, scored.harness().values(scored.sum())[0], 1e-12);
    double[] own = scored.harness().values(scored.gradient());
    for (int i = 3; i < 6; i++) {
      assertEquals(0, Math.abs(own[i]));
    }
    values[3] = 40;
    values[4] = -70;
    Scored other = scored(true);
    assertArrayEquals(own, other.harness().values(other.gradient()), 1e-300);
  }

  /** The gradient with σ stopped is that of −n/2 · ln Σ d², n·d/Σ d²: σ is where it is best. */
  @Test
  void stoppingTheGradientAtSigmaChangesNone() {
    Scored scored = scored(true);
    double[] found = scored.harness().values(scored.gradient());
    double squares = 0;
    for (int i = 0; i < 6; i++) {
      squares += (values[i] - MEAN[i]) * (values[i] - MEAN[i]);
    }
    for (int i = 0; i < 6; i++) {
      assertEquals(6 * (values[i] - MEAN[i]) / squares, found[i], 1e-12);
    }
  }

  @Test
  void trainingKeepsARunningMeanOfTheVariance() {
    Scored scored = scored(true);
    Tensor next = scored.harness().graph().updates().get("variance");
    // 0.9 of the training rows' mean variance, 3, and 0.1 of the batch's mean squared error.
    assertEquals(2.7 + 0.1 * 11.59375, scored.harness().values(next)[0], 1e-12);
  }

  @Test
  void heldOutRowsDoNotChooseTheirSigma() {
    Scored scored = scored(false);
    assertEquals(0, scored.harness().graph().updates().size());
    scored.harness().set("variance", 2);
    // scipy 1.17.1: stats.norm.logpdf(d, 0, numpy.sqrt(2)).sum()
    assertEquals(-24.98369774090787, scored.harness().values(scored.sum())[0], 1e-12);
  }
}
