package org.vaelix.likelihoods.internal.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.Moments;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.likelihoods.internal.negativebinomial.Dispersion;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialLikelihood;
import org.vaelix.likelihoods.internal.poisson.PoissonLikelihood;
import org.vaelix.testkit.PartHarness;

/**
 * Counts of known mean and dispersion, ln μ = a + b·c with a covariate c: a gamma distributed mean
 * of shape θ, a sum of exponentials for whole θ, and a Poisson count by waiting times. Nothing of
 * that is code under test.
 */
class OverdispersedTest {
  private static final int TRAIN = 8000;
  private static final int TEST = 2000;
  private static final double[] A = {0.2, 1.5, 3};
  private static final double[] B = {0.5, -0.4, 0.3};
  private static final int[] THETA = {1, 2, 6};

  private final RandomGenerator random = new PhiloxRandom(4, "over-dispersed counts", 0);
  private final double[] covariate = covariates();
  private final double[] counts = draws();

  private static double[] covariates() {
    double[] c = new double[TRAIN + TEST];
    Arrays.setAll(c, i -> Math.sin(i));
    return c;
  }

  private double[] draws() {
    double[] drawn = new double[(TRAIN + TEST) * A.length];
    Arrays.setAll(drawn, i -> draw(i % A.length, covariate[i / A.length]));
    return drawn;
  }

  private double draw(int j, double c) {
    double gamma = 0;
    for (int k = 0; k < THETA[j]; k++) {
      gamma -= Math.log(1 - random.nextDouble());
    }
    double left = gamma / THETA[j] * Math.exp(A[j] + B[j] * c);
    int count = -1;
    while (left >= 0) {
      left += Math.log(1 - random.nextDouble());
      count++;
    }
    return count;
  }

  @Test
  void negativeBinomialRecoversMeanAndDispersionAndBeatsPoisson() {
    Fit negativeBinomial =
        fit(
            new NegativeBinomialLikelihood(),
            new NegativeBinomialLikelihood.Config(
                Dispersion.PER_FEATURE, Optional.empty(), 1, Optional.empty()));
    for (int j = 0; j < A.length; j++) {
      assertEquals(THETA[j], negativeBinomial.theta[j], 0.05 * THETA[j], "θ of value " + j);
      for (int row = 0; row < TRAIN; row += 97) {
        double mean = Math.exp(A[j] + B[j] * covariate[row]);
        assertEquals(mean, negativeBinomial.mean[row * A.length + j], 0.05 * mean, "mean " + j);
      }
    }
    Fit poisson = fit(new PoissonLikelihood(), new PoissonLikelihood.Config(1, Optional.empty()));
    // By value in nats: above the null model, and above Poisson with the same decoder.
    assertTrue(negativeBinomial.heldOut > negativeBinomial.nullModel + 0.02);
    assertTrue(negativeBinomial.heldOut > poisson.heldOut + 0.5);
    assertTrue(negativeBinomial.nullModel > poisson.nullModel + 0.5);
  }

  /** Held-out ln p by value of the fit and of the null model, and the fitted parameters. */
  private record Fit(double heldOut, double nullModel, double[] mean, double[] theta) {}

  private <C extends Record> Fit fit(LikelihoodFactory<C> factory, C config) {
    Shape event = Shape.of(A.length);
    PartHarness harness = PartHarness.of(event, moments(), true);
    Likelihood likelihood = factory.create(config, harness.context().scope("likelihood"));
    Tensor a = harness.context().parameter("a", event, likelihood.heads().get(0).bias());
    Tensor b = harness.context().parameter("b", event, Initialisers.zeros());
    Tensor all = a.add(harness.given("c", Shape.of(TRAIN + TEST, 1), covariate).multiply(b));
    Tensor x = harness.given("x", event.prepend(TRAIN + TEST), counts);
    Tensor rate = all.range(0, 0, TRAIN);
    ConditionalDistribution fitted =
        likelihood.given(Map.of("logRate", rate), Conditions.none(TRAIN));
    ConditionalDistribution heldOut =
        likelihood.given(
            Map.of("logRate", all.range(0, TRAIN, TRAIN + TEST)), Conditions.none(TEST));
    Tensor test = x.range(0, TRAIN, TRAIN + TEST);
    Tensor theta = fitted.parameters().getOrDefault("inverseDispersion", a);
    List<double[]> found =
        Bfgs.minimise(
            harness,
            fitted.logDensity(x.range(0, 0, TRAIN)).mean().negate(),
            heldOut.logDensity(test).mean(),
            likelihood.nullModel(moments(), Conditions.none(TEST)).logDensity(test).mean(),
            fitted.mean(),
            theta);
    return new Fit(found.get(1)[0], found.get(2)[0], found.get(3), found.get(4));
  }

  private Moments moments() {
    double[] mean = new double[A.length];
    double[] variance = new double[A.length];
    for (int j = 0; j < A.length; j++) {
      double[] column = new double[TRAIN];
      int at = j;
      Arrays.setAll(column, i -> counts[i * A.length + at]);
      double m = Arrays.stream(column).average().orElseThrow();
      mean[j] = m;
      variance[j] = Arrays.stream(column).map(v -> (v - m) * (v - m)).average().orElseThrow();
    }
    return new Moments(TRAIN, mean, variance);
  }
}
