package org.vaelix.models.internal.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Terms;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.objective.BetaTcObjective.Estimator;
import org.vaelix.testkit.LinearGaussian;
import org.vaelix.testkit.PartHarness;

class BetaTcTest {
  /** ln q(z | xₙ) of one draw by dimension, for six rows that are all the data there is. */
  private static final double[][] DATA = {
    {-1, -2}, {-0.3, -1.1}, {-4, -0.2}, {-2.5, -3}, {-0.9, -0.8}, {-6, -1.7}
  };

  private static Terms terms(PartHarness harness, double beta, Estimator estimator) {
    Schedule one = Schedule.constant(1);
    BetaTcObjective.Config config =
        new BetaTcObjective.Config(one, Schedule.constant(beta), one, estimator);
    LinearGaussian model = LinearGaussian.of(harness, false, 1, 1, 1, 1);
    return new BetaTcObjective().create(config, harness.context().scope("objective")).terms(model);
  }

  /** Chen et al. 2018, equation 2: with equal weights the three terms are the KL again. */
  @Test
  void theThreeTermsAreTheKl() {
    for (Estimator estimator : Estimator.values()) {
      PartHarness harness = LinearGaussian.harness(true);
      Terms terms = terms(harness, 1, estimator);
      double[] elbo = harness.values(terms.measures().get(Terms.ELBO));
      double[] loss = harness.values(terms.loss());
      for (int row = 0; row < loss.length; row++) {
        assertEquals(-elbo[row], loss[row], 1e-12);
      }
    }
  }

  @Test
  void betaWeighsTheTotalCorrelation() {
    PartHarness harness = LinearGaussian.harness(true);
    Terms terms = terms(harness, 4, Estimator.MINIBATCH_STRATIFIED);
    double[] elbo = harness.values(terms.measures().get(Terms.ELBO));
    double[] correlation = harness.values(terms.measures().get(BetaTc.TOTAL_CORRELATION));
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < loss.length; row++) {
      assertEquals(3 * correlation[row] - elbo[row], loss[row], 1e-12);
    }
  }

  /** {@return q(z) estimated from rows, for the draw of the first of them} */
  private static double estimate(Estimator estimator, int... rows) {
    PartHarness harness = PartHarness.of(Shape.of(1), 2);
    Graph graph = harness.graph();
    double[] pairs = new double[rows.length * rows.length * 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = DATA[rows[i / 2 % rows.length]][i % 2];
    }
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    Tensor given = graph.constant(Shape.of(rows.length, rows.length, 2), pairs);
    Tensor weights = harness.given("weights", Shape.of(rows.length), ones);
    Tensor log = new AggregatePosterior(given, weights, DATA.length, estimator).logJoint();
    return Math.exp(harness.values(log)[0]);
  }

  private static double density(int row) {
    return Math.exp(DATA[row][0] + DATA[row][1]);
  }

  /** Over all batches that hold row 0, whose draw it is, the estimates' mean is q(z) itself. */
  @Test
  void theStratifiedEstimateIsUnbiased() {
    List<Double> estimates = new ArrayList<>();
    for (int a = 1; a < DATA.length; a++) {
      for (int b = a + 1; b < DATA.length; b++) {
        estimates.add(estimate(Estimator.MINIBATCH_STRATIFIED, 0, a, b));
      }
    }
    double exact = 0;
    for (int row = 0; row < DATA.length; row++) {
      exact += density(row) / DATA.length;
    }
    double mean = estimates.stream().mapToDouble(e -> e).average().orElseThrow();
    assertEquals(10, estimates.size());
    assertEquals(exact, mean, 1e-14);
  }

  /** Chen et al. 2018, section C.1: 1/(N·M) Σ q(z | xₘ). */
  @Test
  void theWeightedEstimateIsTheFormula() {
    double expected = (density(0) + density(3) + density(4)) / (3 * DATA.length);
    assertEquals(expected, estimate(Estimator.MINIBATCH_WEIGHTED, 0, 3, 4), 1e-15);
  }

  @Test
  void aSingleRowIsNotAnInfinity() {
    PartHarness harness = LinearGaussian.harness(true);
    Schedule one = Schedule.constant(1);
    BetaTcObjective.Config config =
        new BetaTcObjective.Config(one, one, one, Estimator.MINIBATCH_STRATIFIED);
    LinearGaussian model = LinearGaussian.of(harness, false, 1, 0, 0, 0);
    Terms terms = new BetaTc(config, harness.context().scope("objective")).terms(model);
    double[] information = harness.values(terms.measures().get(BetaTc.MUTUAL_INFORMATION));
    assertEquals(Math.log(100), information[0], 1e-12);
  }
}
