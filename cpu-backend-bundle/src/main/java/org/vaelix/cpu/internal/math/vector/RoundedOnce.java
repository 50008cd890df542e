package org.vaelix.cpu.internal.math.vector;

import org.vaelix.cpu.internal.math.Combination;

/** {@link Combination}s of single elements, rounded as the loops over vectors round. */
final class RoundedOnce {
  private RoundedOnce() {}

  static float combine(
      Combination combination,
      float[] a,
      int i,
      float[] b,
      int j,
      float[] c,
      int k,
      float s,
      float t) {
    return switch (combination) {
      case WEIGHTED_SUM -> Math.fma(a[i], s, b[j] * t);
      case WEIGHTED_SUM_WITH_SQUARE -> Math.fma(a[i], s, b[j] * b[j] * t);
      case SCALE_AND_SHIFT -> Math.fma(a[i], s, t);
      case SCALED_ROOT_AND_SHIFT -> Math.fma((float) Math.sqrt(a[i]), s, t);
      case PLUS_SCALED -> Math.fma(b[j], s, a[i]);
      case MINUS_SCALED -> Math.fma(b[j], -s, a[i]);
      case MINUS_SCALED_QUOTIENT -> a[i] - b[j] * s / c[k];
      case SHIFTED_PLUS_QUOTIENT -> a[i] + t + s / b[j];
      case PRODUCT_AND_SUM -> Math.fma(a[i], b[j], c[k]);
      case GATE -> a[i] > 0 ? b[j] : 0;
      case RECTIFIED_SUM -> Math.max(a[i] + b[j], 0);
    };
  }
}
