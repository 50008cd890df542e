package org.vaelix.priors.internal.conditional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Config;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Varies;
import org.vaelix.testkit.PartHarness;

class ConditionalGaussianPriorTest {
  private static final double[] EXPECTED = {
    -1.4262961220281016, -11.074603300764128, -1.2195275677087782, -0.748775027157498
  };

  private final PartHarness harness =
      PartHarness.of(
          Shape.of(1), List.of(PartHarness.condition("u", Condition.Kind.CATEGORY, 2, 2)), 2);
  private final Prior prior =
      new ConditionalGaussianPrior()
          .create(new Config("u", List.of(), Varies.BOTH), harness.context());

  private Conditions levels() {
    Shape twoRows = Shape.of(2, 2);
    return new Conditions(2, Map.of("u", harness.given("u", twoRows, 0, 1, 1, 0)));
  }

  /** Expected numbers: scipy 1.17.1, stats.norm.logpdf(z, m, exp(lv / 2)), row by row. */
  @Test
  void eachRowHasTheLineOfItsLevel() {
    Tensor z = harness.given("z", Shape.of(2, 2), 0.3, -0.8, 0.3, -0.8);
    Tensor density = prior.logDensity(z, levels());
    harness.set("mean/result/weight", 1, -1, 0.5, 2);
    harness.set("logVariance/result/weight", 0.2, -0.4, 1, -1);
    // The bounds on ln σ² move it by e^−19.
    assertArrayEquals(EXPECTED, harness.values(density), 1e-7);
  }

  @Test
  void trainingStartsFromTheStandardNormalDistribution() {
    Tensor z = harness.given("z", Shape.of(2, 2), 0, 0, 1, 1);
    double atZero = -0.5 * Math.log(2 * Math.PI);
    double[] expected = {atZero, atZero, atZero - 0.5, atZero - 0.5};
    assertArrayEquals(expected, harness.values(prior.logDensity(z, levels())), 1e-8);
  }

  @Test
  void aConditionThatTheRecipeLacksIsNamed() {
    Config other = new Config("v", List.of(), Varies.BOTH);
    OptionException e =
        assertThrows(
            OptionException.class,
            () -> new ConditionalGaussianPrior().create(other, harness.context()));
    assertEquals("condition", e.option());
    assertTrue(e.getMessage().contains("'v' (known: u)"), e.getMessage());
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    OptionException e =
        assertThrows(OptionException.class, () -> new Config("", List.of(), Varies.BOTH));
    assertEquals("condition", e.option());
    e = assertThrows(OptionException.class, () -> new Config("u", List.of(0), Varies.BOTH));
    assertEquals("hidden", e.option());
  }
}
