package org.vaelix.likelihoods.internal.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.OptionException;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Config;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Learn;
import org.vaelix.testkit.PartHarness;

class GaussianLikelihoodTest {
  private static final GaussianLikelihood FACTORY = new GaussianLikelihood();
  private static final double[][] ROWS = {{1, 5, -2}, {2, 4, -1.5}, {4, 4.5, -3}, {3, 6, 1}};
  private static final Moments MOMENTS =
      new Moments(4, new double[] {2.5, 4.875, -1.375}, new double[] {1.25, 0.546875, 2.171875});

  /** Expected numbers: scipy 1.17.1, stats.norm.logpdf. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 1, -0.9639385332046727",
    "-2, 1.5, 0.5, -24.72579135264473",
    "1000, 0, 2, -125001.61208571376"
  })
  void densityIsThatOfScipy(double value, double mean, double sigma, double expected) {
    double found = Density.of(FACTORY, new Config(sigma, Learn.NONE), mean, value);
    assertEquals(expected, found, 1e-12 * Math.max(1, Math.abs(expected)));
  }

  /** Expected numbers: scipy 1.17.1, stats.norm.logpdf at numpy's mean(0) and var. */
  @ParameterizedTest
  @CsvSource({
    "NONE, 0.5, -34.45949623173672",
    "SHARED, 1, -18.706295768400604",
    "PER_FEATURE, 1, -17.817661156886015",
    "PER_VALUE, 1, -17.817661156886015"
  })
  void nullModelHasTheBestConstants(Learn learn, double sigma, double expected) {
    assertEquals(
        expected, Density.ofNullModel(FACTORY, new Config(sigma, learn), MOMENTS, ROWS), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(
      value = Learn.class,
      names = {"SHARED", "PER_FEATURE"})
  void aLearnedSigmaStartsAtTheOption(Learn learn) {
    PartHarness harness = PartHarness.of(Shape.of(3), MOMENTS, true);
    ConditionalDistribution distribution = atBiases(harness, new Config(0.3, learn));
    double[] variance = harness.values(distribution.variance());
    assertEquals(learn == Learn.SHARED ? 1 : 3, variance.length);
    Arrays.stream(variance).forEach(v -> assertEquals(0.09, v, 1e-12));
  }

  @Test
  void headsStartAtTheNullModel() {
    PartHarness harness = PartHarness.of(Shape.of(3), MOMENTS, true);
    ConditionalDistribution distribution = atBiases(harness, new Config(1, Learn.PER_VALUE));
    assertArrayEquals(MOMENTS.mean(), harness.values(distribution.mean()), 1e-12);
    assertArrayEquals(MOMENTS.variance(), harness.values(distribution.variance()), 1e-12);
  }

  private static ConditionalDistribution atBiases(PartHarness harness, Config config) {
    Likelihood likelihood = FACTORY.create(config, harness.context());
    Map<String, Tensor> heads = new LinkedHashMap<>();
    for (Head head : likelihood.heads()) {
      double[] bias = head.bias().values(head.shape(), harness.random("bias"));
      heads.put(head.name(), harness.given(head.name(), head.shape().prepend(1), bias));
    }
    return likelihood.given(heads, Conditions.none(1));
  }

  @Test
  void aValueThatNeverChangesKeepsTheDensityFinite() {
    Moments constant = new Moments(4, new double[] {2, 2}, new double[] {0, 1});
    for (Learn learn : Learn.values()) {
      double[][] rows = {{2, 1}, {2, 3}};
      assertTrue(
          Double.isFinite(Density.ofNullModel(FACTORY, new Config(1, learn), constant, rows)));
    }
  }

  @Test
  void aLearnedSigmaHasItsGradient() {
    PartHarness harness = PartHarness.of(Shape.of(3), MOMENTS, true);
    ConditionalDistribution distribution = atBiases(harness, new Config(1, Learn.SHARED));
    Tensor x = harness.given("x", Shape.of(1, 3), 3.5, 4.875, -1.375);
    Tensor logSigma = harness.graph().variable("logSigma").tensor();
    Tensor gradient = Gradients.of(distribution.logDensity(x).sum(), List.of(logSigma)).get(0);
    // d/d ln σ of −½(d/σ)² − ln σ is (d/σ)² − 1: 0 for the first value, −1 for the others.
    // The bounds' slope at σ = 1 differs from 1 by about 2e-4.
    assertEquals(-2, harness.values(gradient)[0], 1e-3);
  }

  @Test
  void aSigmaThatIsNotPositiveIsRefused() {
    OptionException e = assertThrows(OptionException.class, () -> new Config(0, Learn.NONE));
    assertEquals("sigma", e.option());
  }
}
