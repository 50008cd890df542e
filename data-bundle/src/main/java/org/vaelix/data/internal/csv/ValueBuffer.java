package org.vaelix.data.internal.csv;

import java.util.Arrays;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;

/**
 * A growing array: double precision as long as it is small, single precision once it is huge. The
 * limit is a number of values, not a share of this machine's memory, so that a file gives the same
 * numbers everywhere.
 */
final class ValueBuffer {
  /** Half a gibibyte in double precision. */
  static final int DOUBLE_LIMIT = 1 << 26;

  private final int doubleLimit;
  private double[] doubles = new double[1024];
  private float[] floats;
  private int length;

  ValueBuffer(int doubleLimit) {
    this.doubleLimit = doubleLimit;
  }

  void add(double value) {
    if (floats == null && length == doubleLimit) {
      toSinglePrecision();
    }
    if (floats == null) {
      doubles = length == doubles.length ? Arrays.copyOf(doubles, grown()) : doubles;
      doubles[length++] = value;
    } else {
      floats = length == floats.length ? Arrays.copyOf(floats, grown()) : floats;
      floats[length++] = (float) value;
    }
  }

  private void toSinglePrecision() {
    floats = new float[grown()];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) doubles[i];
    }
    doubles = null;
  }

  private int grown() {
    return (int) Math.min(Integer.MAX_VALUE - 8, length + (length >> 1) + 16L);
  }

  boolean isFull() {
    return length == Integer.MAX_VALUE - 8;
  }

  int length() {
    return length;
  }

  HostArray toArray(Shape shape) {
    return floats == null
        ? HostArray.of(shape, Arrays.copyOf(doubles, length))
        : HostArray.of(shape, Arrays.copyOf(floats, length));
  }
}
