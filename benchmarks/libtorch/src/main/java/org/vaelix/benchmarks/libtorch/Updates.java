package org.vaelix.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** Adam, in one of the ways that libtorch offers. */
abstract class Updates {
  static final double LEARNING_RATE = 1e-3;

  private final Adam adam;

  Updates(List<Tensor> parameters) {
    adam = new Adam(new TensorVector(parameters.toArray(Tensor[]::new)), options());
  }

  private static AdamOptions options() {
    return new AdamOptions(LEARNING_RATE);
  }

  static Updates of(String kind, List<Tensor> parameters) {
    return switch (kind) {
      case "class" -> new ClassUpdates(parameters);
      case "fused" -> new FusedUpdates(parameters);
      default -> throw new IllegalArgumentException("adam is 'class' or 'fused', not " + kind);
    };
  }

  /** Gives gradients back, so that the next ones are stored and not added. */
  void forgetGradients() {
    adam.zero_grad();
  }

  abstract void apply();

  /** The class {@code torch::optim::Adam} of the C++ library: one operation after another. */
  private static final class ClassUpdates extends Updates {
    ClassUpdates(List<Tensor> parameters) {
      super(parameters);
    }

    @Override
    void apply() {
      super.adam.step();
    }

    @Override
    public String toString() {
      return "torch::optim::Adam";
    }
  }
}
