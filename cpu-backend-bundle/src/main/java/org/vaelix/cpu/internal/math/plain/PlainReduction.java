package org.vaelix.cpu.internal.math.plain;

/** Sum and maximum of a range. Four partial results let the processor overlap the additions. */
final class PlainReduction {
  private PlainReduction() {}

  static float sum(float[] x, int xo, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += x[xo + i];
      s1 += x[xo + i + 1];
      s2 += x[xo + i + 2];
      s3 += x[xo + i + 3];
    }
    for (; i < n; i++) {
      s0 += x[xo + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  static float max(float[] x, int xo, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    return max;
  }
}
