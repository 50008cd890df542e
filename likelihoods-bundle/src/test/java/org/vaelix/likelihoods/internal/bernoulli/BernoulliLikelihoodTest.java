package org.vaelix.likelihoods.internal.bernoulli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.bernoulli.BernoulliLikelihood.Config;
import org.vaelix.testkit.PartHarness;

class BernoulliLikelihoodTest {
  private static final BernoulliLikelihood FACTORY = new BernoulliLikelihood();

  /** Expected numbers: scipy 1.17.1, stats.bernoulli.logpmf at special.expit of the logit. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.3, -0.554355244468527",
    "0, 0.3, -0.8543552444685272",
    "1, -4, -4.0181499279178094"
  })
  void massIsThatOfScipy(double value, double logit, double expected) {
    assertEquals(expected, Density.of(FACTORY, new Config(false), logit, value), 1e-13);
  }

  /** Expected number: numpy 2.4.6, 0.3·1.2 − logaddexp(0, 1.2). */
  @Test
  void aFractionIsScoredByCrossEntropy() {
    double found = Density.of(FACTORY, new Config(true), 1.2, 0.3);
    assertEquals(-1.103282467338031, found, 1e-13);
  }

  /** Expected number: scipy 1.17.1, stats.bernoulli.logpmf at the columns' means. */
  @Test
  void nullModelHasTheBestConstants() {
    double[][] rows = {{0, 1, 1}, {1, 1, 0}, {1, 0, 0}, {0, 1, 0}};
    Moments moments =
        new Moments(4, new double[] {0.5, 0.75, 0.25}, new double[] {0.25, 0.1875, 0.1875});
    double found = Density.ofNullModel(FACTORY, new Config(false), moments, rows);
    assertEquals(-7.271269879190247, found, 1e-12);
  }

  @Test
  void whatWasNeverSeenInFiftyRowsHasProbabilityOneInAHundred() {
    Moments moments = new Moments(50, new double[] {0, 1}, new double[2]);
    PartHarness harness = PartHarness.of(Shape.of(2), moments, false);
    Head head = FACTORY.create(new Config(false), harness.context()).heads().get(0);
    double[] bias = head.bias().values(head.shape(), harness.random("bias"));
    assertArrayEquals(new double[] {-Math.log(99), Math.log(99)}, bias, 1e-12);
  }
}
