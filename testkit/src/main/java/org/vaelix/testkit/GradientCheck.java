package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;

/**
 * Compares gradients with central differences, (f(x + h) − f(x − h)) / 2h, in double precision. At
 * large tensors about 25 numbers are tried, spread evenly.
 */
public final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-6;
  private static final int TRIED = 25;

  private GradientCheck() {}

  /**
   * Fails unless the gradient of a scalar agrees with differences.
   *
   * @param harness whose graph the scalar belongs to
   * @param scalar what is differentiated; smooth at the values it has
   * @param names of inputs and variables that it is differentiated with respect to
   */
  public static void verify(PartHarness harness, Tensor scalar, List<String> names) {
    List<Tensor> with = names.stream().map(name -> named(harness.graph(), name)).toList();
    List<Tensor> computed = new ArrayList<>(List.of(scalar));
    computed.addAll(Gradients.of(scalar, with));
    try (Evaluation evaluation = harness.compile(computed)) {
      List<double[]> exact = evaluation.run();
      for (int i = 0; i < names.size(); i++) {
        compare(evaluation, names.get(i), exact.get(i + 1));
      }
    }
  }

  /**
   * {@return the names of all trainable variables of a graph}
   *
   * @param graph that was traced
   */
  public static List<String> parameters(Graph graph) {
    return graph.variables().stream().filter(Variable::isTrainable).map(Variable::name).toList();
  }

  /** {@return the input or the variable of a name} */
  static Tensor named(Graph graph, String name) {
    Tensor input = graph.inputs().get(name);
    return input != null ? input : graph.variable(name).tensor();
  }

  private static void compare(Evaluation evaluation, String name, double[] gradient) {
    int stride = Math.max(1, gradient.length / TRIED);
    for (int i = 0; i < gradient.length; i += stride) {
      double at = evaluation.get(name)[i];
      double step = STEP * Math.max(1, Math.abs(at));
      double above = valueAt(evaluation, name, i, at + step);
      double below = valueAt(evaluation, name, i, at - step);
      evaluation.set(name, i, at);
      double difference = (above - below) / (2 * step);
      // What rounding of f leaves in the quotient, beside the relative tolerance.
      double rounding = 1e-9 * Math.max(Math.abs(above), Math.abs(below));
      double allowed = TOLERANCE * Math.max(1, Math.abs(gradient[i])) + rounding;
      assertEquals(difference, gradient[i], allowed, "gradient at " + name + "[" + i + "]");
    }
  }

  private static double valueAt(Evaluation evaluation, String name, int index, double number) {
    evaluation.set(name, index, number);
    return evaluation.run().get(0)[0];
  }
}
