package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;

/**
 * Whether the backends on the class path compute a part as the reference does. A part's test that
 * wants this has, for example, {@code cpu-backend-bundle} among its test dependencies.
 */
public final class BackendAgreement {
  private BackendAgreement() {}

  /**
   * Fails unless every available backend gives the tensors, and the gradients of their sum, as the
   * reference backend does; skipped where there is no other backend.
   *
   * @param harness whose graph the tensors belong to
   * @param tensors results of a part
   * @param names of inputs and variables that their sum is differentiated with respect to
   * @param tolerance how far a number may be off, relative to the larger of 1 and the number
   */
  public static void verify(
      PartHarness harness, List<Tensor> tensors, List<String> names, double tolerance) {
    List<Backend<?>> others = Backends.others();
    assumeFalse(others.isEmpty(), "no other backend on the class path");
    List<Tensor> computed = new ArrayList<>(tensors);
    Tensor scalar = tensors.stream().map(t -> t.sum()).reduce(Tensor::add).orElseThrow();
    List<Tensor> with = names.stream().map(n -> GradientCheck.named(harness.graph(), n)).toList();
    computed.addAll(Gradients.of(scalar, with));
    List<double[]> expected = run(harness, Backends.reference(), computed);
    for (Backend<?> other : others) {
      List<double[]> found = run(harness, other, computed);
      for (int t = 0; t < expected.size(); t++) {
        compare(computed.get(t), expected.get(t), found.get(t), tolerance);
      }
    }
  }

  private static List<double[]> run(PartHarness harness, Backend<?> backend, List<Tensor> tensors) {
    try (Evaluation evaluation = harness.compile(backend, tensors)) {
      return evaluation.run();
    }
  }

  private static void compare(Tensor tensor, double[] expected, double[] found, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      int index = i;
      assertEquals(expected[i], found[i], allowed, () -> tensor + ", number " + index);
    }
  }
}
