package org.vaelix.priors.internal.flow;

import java.util.List;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.priors.internal.Perceptron;

/**
 * One affine coupling: the dimensions of the other parity decide how those of this parity are
 * scaled and shifted. A latent space of one dimension has no other half; then scale and shift are
 * plain numbers.
 *
 * @param parity of the dimensions that are changed, 0 or 1
 * @param hidden widths of the network
 * @param context scoped to the coupling
 */
record Coupling(int parity, List<Integer> hidden, ModelContext context) {
  /** One layer scales by e^±2 at most, so that no first steps of training overflow. */
  private static final double LARGEST = 2;

  /**
   * Scale and shift; 0 for the dimensions that stay.
   *
   * @param logScale s
   * @param shift t
   */
  private record Affine(Tensor logScale, Tensor shift) {}

  /**
   * What a layer makes of its input.
   *
   * @param value of the input's shape
   * @param logScale s, of the input's shape
   */
  record Result(Tensor value, Tensor logScale) {}

  private Affine of(Tensor x) {
    Graph graph = x.graph();
    int d = context.latentSize();
    double[] changed = new double[d];
    double[] kept = new double[d];
    for (int j = 0; j < d; j++) {
      changed[j] = j % 2 == parity ? 1 : 0;
      kept[j] = 1 - changed[j];
    }
    Tensor seen = x.multiply(graph.constant(Shape.of(d), kept));
    Tensor result = Perceptron.of(context, seen, hidden, 2 * d);
    Tensor mask = graph.constant(Shape.of(d), changed);
    Tensor logScale = result.range(-1, 0, d).divide(LARGEST).tanh().multiply(LARGEST);
    return new Affine(logScale.multiply(mask), result.range(-1, d, 2 * d).multiply(mask));
  }

  /** {@return x·e^s + t, the direction of draws} */
  Tensor forward(Tensor x) {
    Affine affine = of(x);
    return x.multiply(affine.logScale.exp()).add(affine.shift);
  }

  /** {@return (y − t)·e^−s, the direction of densities} */
  Result inverse(Tensor y) {
    // The half that decides is the same in x and in y.
    Affine affine = of(y);
    Tensor x = y.subtract(affine.shift).multiply(affine.logScale.negate().exp());
    return new Result(x, affine.logScale);
  }
}
