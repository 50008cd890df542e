package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;

/** What a network may say before it has learnt anything, and what must become of it. */
final class ExtremeHeads {
  private ExtremeHeads() {}

  /** The same number everywhere, or with alternating signs. */
  static double[] of(int count, double extreme, boolean mixed) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> mixed && i % 2 == 1 ? -extreme : extreme);
    return values;
  }

  /** The density and its gradient by each head fit into single precision. */
  static void check(LikelihoodTrace trace, Tensor density, double extreme) {
    assertSinglePrecision("log density, heads at ±" + extreme, trace.full(density));
    Tensor sum = density.sum();
    trace.heads.forEach(
        (name, head) ->
            assertSinglePrecision(
                "gradient for head " + name + ", heads at ±" + extreme,
                trace.harness.values(Gradients.of(sum, List.of(head)).get(0))));
  }

  static void assertSinglePrecision(String what, double[] numbers) {
    for (double number : numbers) {
      assertTrue(Math.abs(number) < Float.MAX_VALUE, () -> what + " is " + number);
    }
  }
}
