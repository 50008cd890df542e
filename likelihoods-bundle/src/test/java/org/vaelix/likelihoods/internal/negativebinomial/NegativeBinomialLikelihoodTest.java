package org.vaelix.likelihoods.internal.negativebinomial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.OptionException;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialLikelihood.Config;
import org.vaelix.testkit.PartHarness;

class NegativeBinomialLikelihoodTest {
  private static final NegativeBinomialLikelihood FACTORY = new NegativeBinomialLikelihood();
  private static final double[][] ROWS = {{0, 3, 1}, {2, 15, 0}, {1, 4, 0}, {5, 27, 9}};
  private static final Moments MOMENTS =
      new Moments(4, new double[] {2, 12.25, 2.5}, new double[] {3.5, 94.6875, 14.25});

  private static Config config(Dispersion dispersion, String library) {
    Optional<String> group =
        dispersion == Dispersion.PER_GROUP ? Optional.of("batch") : Optional.empty();
    return new Config(dispersion, group, 1, Optional.ofNullable(library));
  }

  /**
   * Expected numbers: scipy 1.17.1, stats.nbinom.logpmf at numpy's mean(0) with θ = Σμ²/Σ(var − μ)
   * for all, or μ²/(var − μ) for each column.
   */
  @ParameterizedTest
  @CsvSource({
    "SHARED, -30.58790497388998",
    "PER_FEATURE, -29.32565944000749",
    "PER_VALUE, -29.32565944000749"
  })
  void nullModelHasMeanAndVarianceOfTheRows(Dispersion dispersion, double expected) {
    double found = Density.ofNullModel(FACTORY, config(dispersion, null), MOMENTS, ROWS);
    assertEquals(expected, found, 1e-6);
  }

  @ParameterizedTest
  @EnumSource(Dispersion.class)
  void everythingStartsAtTheNullModel(Dispersion dispersion) {
    List<Condition> declared =
        List.of(PartHarness.condition("batch", Condition.Kind.CATEGORY, 2, 4));
    PartHarness harness = PartHarness.of(Shape.of(3), MOMENTS, declared, true);
    Likelihood likelihood = FACTORY.create(config(dispersion, null), harness.context());
    Map<String, Tensor> heads = new LinkedHashMap<>();
    for (Head head : likelihood.heads()) {
      double[] bias = head.bias().values(head.shape(), harness.random("bias"));
      heads.put(head.name(), harness.given(head.name(), head.shape().prepend(1), bias));
    }
    Conditions conditions = harness.conditions(1, PartHarness::plausible);
    ConditionalDistribution first = likelihood.given(heads, conditions);
    ConditionalDistribution best = likelihood.nullModel(MOMENTS, conditions);
    Shape row = Shape.of(1, 3);
    assertArrayEquals(MOMENTS.mean(), harness.values(first.mean()), 1e-9);
    assertArrayEquals(
        harness.values(best.variance().broadcast(row)),
        harness.values(first.variance().broadcast(row)),
        1e-6);
  }

  @Test
  void countsWithoutExcessStartNearPoisson() {
    Moments even = new Moments(50, new double[] {2, 0}, new double[] {1, 0});
    PartHarness harness = PartHarness.of(Shape.of(2), even, true);
    Likelihood likelihood = FACTORY.create(config(Dispersion.PER_VALUE, null), harness.context());
    ConditionalDistribution best = likelihood.nullModel(even, Conditions.none(1));
    // One per cent above; a value never seen is taken to be half an event among all rows.
    assertArrayEquals(new double[] {2.02, 0.0101}, harness.values(best.variance()), 1e-9);
  }

  @Test
  void theLibrarySizeMultipliesTheRates() {
    PartHarness harness = PartHarness.of(Shape.of(3), MOMENTS, true);
    Likelihood likelihood =
        FACTORY.create(config(Dispersion.SHARED, "observed"), harness.context());
    Tensor logRate = harness.given("logRate", Shape.of(2, 3), new double[6]);
    Tensor x = harness.given("x", Shape.of(2, 3), 1, 2, 3, 10, 0, 20);
    ConditionalDistribution distribution =
        likelihood.given(Map.of("logRate", logRate), Conditions.none(2));
    var logMean = ((NegativeBinomialDistribution) distribution).logMean();
    double[] means = harness.values(logMean.given(x).exp());
    assertArrayEquals(new double[] {6, 6, 6, 30, 30, 30}, means, 1e-12);
    // Where counts are not known, the mean library size of the training rows.
    assertEquals(16.75, harness.values(distribution.mean())[0], 1e-12);
  }

  @Test
  void aGroupIsNeededPerGroupOnly() {
    Optional<String> batch = Optional.of("batch");
    Optional<String> none = Optional.empty();
    OptionException missing =
        assertThrows(OptionException.class, () -> new Config(Dispersion.PER_GROUP, none, 1, none));
    assertEquals("dispersion", missing.option());
    OptionException needless =
        assertThrows(OptionException.class, () -> new Config(Dispersion.SHARED, batch, 1, none));
    assertEquals("group", needless.option());
  }

  @Test
  void aConditionOfAnotherKindIsRefused() {
    List<Condition> declared =
        List.of(PartHarness.condition("batch", Condition.Kind.CATEGORY, 2, 4));
    PartHarness harness = PartHarness.of(Shape.of(3), MOMENTS, declared, true);
    for (String library : List.of("batch", "size")) {
      Config config = config(Dispersion.SHARED, library);
      OptionException e =
          assertThrows(OptionException.class, () -> FACTORY.create(config, harness.context()));
      assertEquals("library", e.option());
      assertTrue(e.getMessage().contains(library), e.getMessage());
    }
  }
}
