package org.vaelix.cpu.internal.math.plain;

import org.vaelix.cpu.internal.math.Combination;

/**
 * {@link Combination}s in loops that the compiler vectorises by itself; each product is rounded.
 */
final class PlainCombination {
  private PlainCombination() {}

  static void combine(
      Combination combination,
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    switch (combination) {
      case WEIGHTED_SUM -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] * s + b[bo + i] * t;
        }
      }
      case WEIGHTED_SUM_WITH_SQUARE -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] * s + b[bo + i] * b[bo + i] * t;
        }
      }
      case SCALE_AND_SHIFT -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] * s + t;
        }
      }
      case SCALED_ROOT_AND_SHIFT -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = (float) Math.sqrt(a[ao + i]) * s + t;
        }
      }
      case PLUS_SCALED -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] + b[bo + i] * s;
        }
      }
      case MINUS_SCALED -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] - b[bo + i] * s;
        }
      }
      case MINUS_SCALED_QUOTIENT -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] - b[bo + i] * s / c[co + i];
        }
      }
      case SHIFTED_PLUS_QUOTIENT -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] + t + s / b[bo + i];
        }
      }
      case PRODUCT_AND_SUM -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] * b[bo + i] + c[co + i];
        }
      }
      case GATE -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = a[ao + i] > 0 ? b[bo + i] : 0;
        }
      }
      case RECTIFIED_SUM -> {
        for (int i = 0; i < n; i++) {
          y[yo + i] = Math.max(a[ao + i] + b[bo + i], 0);
        }
      }
    }
  }
}
