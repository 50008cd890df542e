package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vaelix.core.internal.reference.GradientCase.numbers;
import static org.vaelix.core.internal.reference.GradientCase.vector;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** What is written with the operations; expected numbers by scipy.special where not obvious. */
class FunctionsTest {
  private static final HostArray LOGITS =
      HostArray.of(Shape.of(2, 3), 0.5, -1, 2, 1000, 999, -1000);
  private static final HostArray IMAGE = HostArray.of(Shape.of(1, 1, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8);
  private static final Attributes.Window SQUARE = new Attributes.Window(2, 2, 2, 2);

  private static void assertGives(
      double[] expected, int[] shape, HostArray x, Function<Tensor, Tensor> formula) {
    HostArray found = Computed.of(t -> formula.apply(t.get(0)), x);
    assertArrayEquals(shape, found.shape().sizes());
    assertArrayEquals(expected, found.doubles(), 1e-14 * Math.abs(expected[0]));
  }

  private static void assertDifferentiable(Shape shape, Function<Tensor, Tensor> formula) {
    List<HostArray> x = List.of(numbers(shape, 1, -2, 2));
    Function<List<Tensor>, List<Tensor>> formulas = t -> List.of(formula.apply(t.get(0)));
    FiniteDifferences.compare(x, formulas, GradientCase.Step.ABSOLUTE);
    FiniteDifferences.compare(x, FiniteDifferences.gradients(formulas), GradientCase.Step.ABSOLUTE);
  }

  @Test
  void logSumExpDoesNotOverflow() {
    assertGives(
        new double[] {2.241311296657157, 1000.3132616875182},
        new int[] {2},
        LOGITS,
        x -> Functions.logSumExp(x, 1));
    assertDifferentiable(Shape.of(2, 3, 2), x -> Functions.logSumExp(x, 0, -1));
    assertDifferentiable(Shape.of(2, 3), x -> Functions.logSumExp(x));
  }

  @Test
  void logSoftmaxDoesNotOverflow() {
    assertGives(
        new double[] {
          -1.7413112966571571,
          -3.241311296657157,
          -0.24131129665715703,
          -0.31326168751822286,
          -1.3132616875182228,
          -2000.3132616875182
        },
        new int[] {2, 3},
        LOGITS,
        x -> Functions.logSoftmax(x, -1));
    assertDifferentiable(Shape.of(2, 3), x -> Functions.logSoftmax(x, 0));
  }

  @Test
  void logSigmoidKeepsItsDigitsInBothTails() {
    double[] expected = {-800, -Math.log(2), -Math.exp(-40)};
    assertGives(expected, new int[] {3}, vector(-800, 0, 40), Functions::logSigmoid);
    double small = Computed.of(t -> Functions.logSigmoid(t.get(0)), vector(40)).get(0);
    assertEquals(-Math.exp(-40), small, 1e-15 * Math.exp(-40));
  }

  @Test
  void poolsAreOverWindows() {
    int[] shape = {1, 1, 1, 2};
    assertGives(new double[] {6, 8}, shape, IMAGE, x -> Functions.maxPool2d(x, SQUARE));
    assertGives(new double[] {3.5, 5.5}, shape, IMAGE, x -> Functions.averagePool2d(x, SQUARE));
    assertDifferentiable(Shape.of(2, 2, 4, 4), x -> Functions.averagePool2d(x.exp(), SQUARE));
    assertDifferentiable(Shape.of(2, 2, 4, 4), x -> Functions.maxPool2d(x, SQUARE));
  }

  @Test
  void upSamplingRepeatsValuesInPlace() {
    HostArray x = HostArray.of(Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
    double[] expected = {1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4};
    assertGives(expected, new int[] {1, 1, 4, 6}, x, t -> Functions.upsample2d(t, 2, 3));
    assertDifferentiable(Shape.of(1, 2, 2, 3), t -> Functions.upsample2d(t.exp(), 2, 2));
  }

  @Test
  void rowsAreRepeatedBlockByBlock() {
    HostArray x = HostArray.of(Shape.of(2, 1), 1, 2);
    double[] expected = {1, 2, 1, 2, 1, 2};
    assertGives(expected, new int[] {6, 1}, x, t -> Functions.repeatRows(t, 3));
    assertGives(new double[] {1, 2}, new int[] {2, 1}, x, t -> Functions.repeatRows(t, 1));
  }

  @Test
  void flatteningKeepsTheRows() {
    assertGives(IMAGE.doubles(), new int[] {1, 8}, IMAGE, Functions::flatten);
  }

  @Test
  void aMeanDividesByTheNumberOfValues() {
    assertGives(new double[] {4.5}, new int[] {}, IMAGE, Tensor::mean);
    assertGives(new double[] {2.5, 6.5}, new int[] {1, 1, 2}, IMAGE, x -> x.mean(-1));
  }

  @Test
  void aValueHasTheGradientOfItsTwin() {
    HostArray x = HostArray.of(Shape.of(2), 0.5, -1);
    Function<Tensor, Tensor> formula = t -> Functions.withGradientOf(t.exp(), t.square());
    assertGives(new double[] {Math.exp(0.5), Math.exp(-1)}, new int[] {2}, x, formula);
    assertGives(
        new double[] {1, -2},
        new int[] {2},
        x,
        t -> Gradients.of(formula.apply(t).sum(), List.of(t)).get(0));
  }
}
