package org.vaelix.benchmarks.libtorch;

import static org.bytedeco.pytorch.global.torch.from_blob;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/** Java's numbers as tensors. */
final class Tensors {
  private Tensors() {}

  /** A tensor with memory of its own. */
  static Tensor of(float[] values, long... shape) {
    try (FloatPointer pointer = new FloatPointer(values)) {
      return from_blob(pointer, shape).clone();
    }
  }
}
