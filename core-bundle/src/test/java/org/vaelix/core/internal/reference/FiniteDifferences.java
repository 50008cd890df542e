package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Compares gradients with central differences of the fourth order, (8 (f(x + h) − f(x − h)) − (f(x
 * + 2h) − f(x − 2h)))/12h, whose error is h⁴ f⁽⁵⁾/30 (Abramowitz and Stegun 25.3.4). Of a result
 * with many values, a sum with fixed weights is differentiated; the differences are taken before
 * the sum, so that large values elsewhere cost no digits.
 */
final class FiniteDifferences {
  private static final double TOLERANCE = 1e-7;

  /** Gradients below it are compared absolutely. */
  private static final double SMALL = 1e-2;

  private FiniteDifferences() {}

  /** {@return the gradients of the weighted sum of a formula's values, as formulas} */
  static Function<List<Tensor>, List<Tensor>> gradients(
      Function<List<Tensor>, List<Tensor>> formulas) {
    return x -> Gradients.of(weightedSum(formulas.apply(x)), x);
  }

  private static Tensor weightedSum(List<Tensor> results) {
    Tensor sum = results.get(0).graph().constant(0);
    for (int i = 0; i < results.size(); i++) {
      Tensor result = results.get(i);
      sum = sum.add(result.multiply(weights(result.graph(), result.shape(), i)).sum());
    }
    return sum;
  }

  private static Tensor weights(Graph graph, Shape shape, int result) {
    double[] values =
        IntStream.range(0, shape.elements()).mapToDouble(i -> weight(result, i)).toArray();
    return graph.constant(shape, values);
  }

  /** Any fixed numbers that are not alike. */
  private static double weight(int result, int place) {
    return Math.cos(1 + 3 * result + 2.3 * place) + 0.2;
  }

  /** Fails where a gradient is not what finite differences say. */
  static void compare(
      List<HostArray> operands,
      Function<List<Tensor>, List<Tensor>> formulas,
      GradientCase.Step step) {
    List<Shape> shapes = operands.stream().map(HostArray::shape).toList();
    try (Computed function = new Computed(shapes, formulas);
        Computed gradient = new Computed(shapes, gradients(formulas))) {
      List<HostArray> found = gradient.at(operands);
      for (int operand = 0; operand < operands.size(); operand++) {
        assertEquals(shapes.get(operand), found.get(operand).shape());
        for (int i = 0; i < shapes.get(operand).elements(); i++) {
          double h = step.at(operands.get(operand).get(i));
          double expected = difference(function, operands, operand, i, h);
          double allowed = TOLERANCE * Math.max(SMALL, Math.abs(expected));
          assertEquals(
              expected, found.get(operand).get(i), allowed, "operand " + operand + ", value " + i);
        }
      }
    }
  }

  private static double difference(
      Computed function, List<HostArray> operands, int operand, int place, double h) {
    double near = weightedDifference(function, operands, operand, place, h);
    double far = weightedDifference(function, operands, operand, place, 2 * h);
    return (8 * near - far) / (12 * h);
  }

  private static double weightedDifference(
      Computed function, List<HostArray> operands, int operand, int place, double h) {
    List<HostArray> up = function.at(moved(operands, operand, place, h));
    List<HostArray> down = function.at(moved(operands, operand, place, -h));
    double sum = 0;
    for (int result = 0; result < up.size(); result++) {
      for (int i = 0; i < up.get(result).shape().elements(); i++) {
        sum += weight(result, i) * (up.get(result).get(i) - down.get(result).get(i));
      }
    }
    return sum;
  }

  private static List<HostArray> moved(List<HostArray> operands, int operand, int place, double h) {
    List<HostArray> moved = new ArrayList<>(operands);
    HostArray copy = operands.get(operand).copy();
    copy.set(place, copy.get(place) + h);
    moved.set(operand, copy);
    return moved;
  }
}
