package org.vaelix.priors.internal.iaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class InverseAutoregressiveFlowPosteriorTest {
  private static final int LATENT = 4;

  private static LatentDistribution posterior(PartHarness harness, int latent) {
    InverseAutoregressiveFlowPosterior.Config config =
        new InverseAutoregressiveFlowPosterior.Config(1, 9, 2, 10);
    Shape row = Shape.of(1, latent);
    return new InverseAutoregressiveFlowPosterior()
        .create(config, harness.context())
        .given(
            Map.of(
                "mean", harness.given("mean", row, new double[latent]),
                "logVariance", harness.given("logVariance", row, new double[latent]),
                "context", harness.given("context", Shape.of(1, 2), 0.4, -0.9)));
  }

  /** ∂z_i/∂ε_j: 0 above the diagonal, and below it not 0, or the steps would be too narrow. */
  @Test
  void aDimensionDependsOnThoseBeforeItAlone() {
    PartHarness harness = PartHarness.of(Shape.of(1), LATENT);
    harness.disturbParameters(0.3);
    AutoregressiveStep step =
        AutoregressiveStep.of(
            false,
            9,
            harness.given("context", Shape.of(1, 2), 0.4, -0.9),
            harness.context().scope("step0"));
    Tensor z = harness.given("z", Shape.of(1, LATENT), 0.3, -1.2, 0.7, 0.1);
    AutoregressiveStep.Move move = step.move(z);
    for (Tensor result : List.of(move.shift(), move.logGate())) {
      for (int i = 0; i < LATENT; i++) {
        Tensor one = result.range(1, i, i + 1).sum();
        double[] gradient = harness.values(Gradients.of(one, List.of(z)).get(0));
        for (int j = 0; j < LATENT; j++) {
          if (j < i) {
            assertNotEquals(0, gradient[j]);
          } else {
            assertEquals(0, gradient[j]);
          }
        }
      }
    }
  }

  @Test
  void theDensityOfADrawIsKnownWithIt() {
    PartHarness harness = PartHarness.of(Shape.of(1), LATENT);
    LatentDistribution q = posterior(harness, LATENT);
    Tensor z = q.sample(3);
    int nodes = harness.graph().nodes().size();
    assertSame(q.logDensity(z), q.logDensity(z));
    assertEquals(nodes, harness.graph().nodes().size());
  }

  @Test
  void aForeignValueInManyDimensionsIsRefusedAndADrawIsNot() {
    PartHarness harness = PartHarness.of(Shape.of(1), 65);
    LatentDistribution q = posterior(harness, 65);
    assertEquals(Shape.of(3, 1, 1), q.logDensity(q.sample(3)).shape());
    Tensor foreign = harness.given("z", Shape.of(1, 65), new double[65]);
    ModelException e = assertThrows(ModelException.class, () -> q.logDensity(foreign));
    assertTrue(e.getMessage().contains("65"), e.getMessage());
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    OptionException e =
        assertThrows(
            OptionException.class,
            () -> new InverseAutoregressiveFlowPosterior.Config(0, 9, 2, 10));
    assertEquals("steps", e.option());
  }
}
