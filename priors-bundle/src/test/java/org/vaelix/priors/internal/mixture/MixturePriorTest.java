package org.vaelix.priors.internal.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class MixturePriorTest {
  private final PartHarness harness = PartHarness.of(Shape.of(1), 2);
  private final Prior prior =
      new MixturePrior().create(new MixturePrior.Config(3, 1, 1), harness.context());

  /**
   * Expected number: numpy and scipy 1.17.1, log(sum(w[k] * stats.multivariate_normal.pdf(z, m[k],
   * diag(exp(lv[k]))))) with w = [.2, .5, .3].
   */
  @Test
  void densityIsThatOfScipy() {
    harness.set("logits", Math.log(0.2), Math.log(0.5), Math.log(0.3));
    harness.set("means", 0, 1, -1.5, 0.4, 2, -1);
    harness.set("logVariances", 0, -1, 0.5, 0.2, -0.3, 0.7);
    Tensor z = harness.given("z", Shape.of(1, 2), 0.3, -0.8);
    double[] found = harness.values(prior.logDensity(z, Conditions.none(1)));
    // The bounds on ln σ² move it by e^−19.
    assertArrayEquals(new double[] {-4.030805462792479}, found, 1e-7);
  }

  /** Far apart and narrow, each component shows where its draws are. */
  @Test
  void componentsAreDrawnByTheirWeights() {
    harness.set("logits", Math.log(0.2), Math.log(0.5), Math.log(0.3));
    harness.set("means", -100, -100, 0, 0, 100, 100);
    double[] draws = harness.values(prior.sample(Conditions.none(20_000)));
    double[] shares = new double[3];
    for (int i = 0; i < draws.length; i += 2) {
      int component = (int) Math.round(draws[i] / 100) + 1;
      assertEquals(component, (int) Math.round(draws[i + 1] / 100) + 1);
      shares[component] += 1.0 / 20_000;
    }
    // Five standard errors of the share ½.
    assertArrayEquals(new double[] {0.2, 0.5, 0.3}, shares, 5 * 0.5 / Math.sqrt(20_000));
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    OptionException e = assertThrows(OptionException.class, () -> new MixturePrior.Config(0, 1, 1));
    assertEquals("components", e.option());
    e = assertThrows(OptionException.class, () -> new MixturePrior.Config(2, -1, 1));
    assertEquals("spread", e.option());
    e = assertThrows(OptionException.class, () -> new MixturePrior.Config(2, 1, 0));
    assertEquals("scale", e.option());
  }
}
