package org.vaelix.benchmarks.libtorch;

import static org.bytedeco.pytorch.global.torch.zeros;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What a network trains: U(±√(6 / fan-in)), He et al. 2015, and biases of 0. */
final class Weights {
  private final List<Tensor> all = new ArrayList<>();

  /** Weight and bias. */
  record Layer(Tensor weight, Tensor bias) {}

  List<Tensor> all() {
    return all;
  }

  Layer dense(int inputs, int outputs) {
    return new Layer(uniform(inputs, outputs, inputs), added(zeros(outputs)));
  }

  Layer convolution(int inputs, int outputs, int side) {
    return new Layer(
        uniform(inputs * side * side, outputs, inputs, side, side), added(zeros(outputs)));
  }

  /** With windows of 2 × 2 that do not overlap, so each result is a sum over the inputs. */
  Layer transposed(int inputs, int outputs) {
    return new Layer(uniform(inputs, inputs, outputs, 2, 2), added(zeros(outputs)));
  }

  Tensor uniform(int fanIn, long... shape) {
    double bound = Math.sqrt(6.0 / fanIn);
    return added(zeros(shape).uniform_(-bound, bound, new GeneratorOptional()));
  }

  Tensor added(Tensor values) {
    values.set_requires_grad(true);
    all.add(values);
    return values;
  }

  void set(Tensor values, float value) {
    try (NoGradGuard guard = new NoGradGuard()) {
      values.fill_(new Scalar(value));
    }
  }
}
