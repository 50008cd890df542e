package org.vaelix.likelihoods.internal.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Moments;
import org.vaelix.testkit.PartHarness;

/** Expected numbers: mpmath with 40 digits, loggamma(z) − (z − ½) log z + z − ½ log 2π. */
class StirlingTest {
  private static final double[] Z = {1, 1.5, 2, 3.7, 10, 1000, 1e8};
  private static final double[] REMAINDER = {
    0.08106146679532726,
    0.05481412105191765,
    0.0413406959554093,
    0.022468770580143144,
    0.00833056343336287,
    8.333333055555635e-05,
    8.333333333333334e-10
  };

  private final PartHarness harness = PartHarness.of(Shape.of(1), Moments.standard(1), false);
  private final Tensor z = harness.given("z", Shape.of(Z.length), Z);

  @Test
  void remainder() {
    assertArrayEquals(REMAINDER, harness.values(Stirling.remainder(z)), 1.3e-8);
  }

  @Test
  void raisedAndLowered() {
    double[] raised = harness.values(Stirling.raised(z).divide(z).log().multiply(0.5));
    assertArrayEquals(REMAINDER, raised, 1.3e-8);
    double[] lowered = harness.values(Stirling.lowered(z).divide(z).log().multiply(-0.5));
    assertArrayEquals(REMAINDER, lowered, 8e-8);
  }

  /** Beside the gradient that the graph derives. */
  @Test
  void slopeOfLoweredIsItsDerivative() {
    Tensor half = Stirling.lowered(z).log().multiply(0.5);
    double[] expected = harness.values(Gradients.of(half.sum(), List.of(z)).get(0));
    double[] slope = harness.values(Stirling.slopeOfLowered(z));
    for (int i = 0; i < Z.length; i++) {
      assertEquals(expected[i], slope[i], 1.4e-7 * expected[i]);
    }
  }

  /** Expected as above; s grows as −½ ln z towards 0. */
  @Test
  void remainderBelowOne() {
    double[] small = {1e-8, 1e-3, 0.2, 0.9};
    Tensor x = harness.given("x", Shape.of(small.length), small);
    double[] expected = {
      8.29140202720616, 2.5422704679670947, 0.32229391549588166, 0.08958191279320075
    };
    assertArrayEquals(expected, harness.values(Stirling.remainder(x)), 2e-8);
  }

  @Test
  void errorsAreAsStatedOverAll() {
    double[] net = new double[4000];
    Arrays.setAll(net, i -> Math.exp(i / 200.0));
    Tensor x = harness.given("net", Shape.of(net.length), net);
    // The reference's ln Γ is exact to double precision; Stirling's terms cancel up to 1e-16·z ln
    // z.
    double[] gamma = harness.values(x.lgamma());
    double[] s = harness.values(Stirling.remainder(x));
    for (int i = 0; net[i] < 1e6; i++) {
      double n = net[i];
      double expected = gamma[i] - (n - 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
      assertArrayEquals(
          new double[] {expected}, new double[] {s[i]}, 1.3e-8 + 1e-14 * n * Math.log(n + 1));
    }
  }
}
