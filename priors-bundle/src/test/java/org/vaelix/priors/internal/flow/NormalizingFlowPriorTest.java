package org.vaelix.priors.internal.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class NormalizingFlowPriorTest {
  @Test
  void trainingStartsFromTheStandardNormalDistribution() {
    PartHarness harness = PartHarness.of(Shape.of(1), 2);
    NormalizingFlowPrior factory = new NormalizingFlowPrior();
    Prior prior = factory.create(factory.defaults(), harness.context());
    Tensor z = harness.given("z", Shape.of(2, 2), 0, 0, 1, -2);
    double[] found = harness.values(prior.logDensity(z, Conditions.none(2)));
    double atZero = -Math.log(2 * Math.PI);
    assertArrayEquals(new double[] {atZero, atZero - 2.5}, found, 1e-12);
  }

  /** Two couplings by hand: what the first one's network says of the kept half moves the other. */
  @Test
  void aCouplingMovesOneHalfByTheOther() {
    PartHarness harness = PartHarness.of(Shape.of(1), 2);
    Prior prior =
        new NormalizingFlowPrior()
            .create(new NormalizingFlowPrior.Config(2, List.of()), harness.context());
    // In each row of weights: s of both dimensions, then t of both; of coupling 0 dimension 0
    // moves.
    harness.set("coupling0/result/weight", 9, 9, 9, 9, 0.6, 9, -0.4, 9);
    harness.set("coupling0/result/bias", 0.1, 9, 0.3, 9);
    double z1 = 0.7;
    double z0 = -1.1;
    Tensor z = harness.given("z", Shape.of(1, 2), z0, z1);
    double s = 2 * Math.tanh((0.6 * z1 + 0.1) / 2);
    double t = -0.4 * z1 + 0.3;
    double u = (z0 - t) * Math.exp(-s);
    double expected = -Math.log(2 * Math.PI) - 0.5 * (u * u + z1 * z1) - s;
    double[] found = harness.values(prior.logDensity(z, Conditions.none(1)));
    assertEquals(expected, found[0], 1e-12);
  }

  @Test
  void fewerThanTwoLayersAreRefused() {
    OptionException e =
        assertThrows(OptionException.class, () -> new NormalizingFlowPrior.Config(1, List.of(8)));
    assertEquals("layers", e.option());
  }
}
