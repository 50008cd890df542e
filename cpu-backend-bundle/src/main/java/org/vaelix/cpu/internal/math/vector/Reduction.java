package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Sum and maximum of a range. Four accumulators hide the latency of an addition; the lanes are then
 * added in pairs by plain code, because the Vector API leaves the order of its own sum open.
 */
final class Reduction {
  private static final Loop ADD_UP = Loop.of(Reduction.class, "addUp");
  private static final Loop LARGEST = Loop.of(Reduction.class, "largest");

  private Reduction() {}

  static float sum(float[] x, int xo, int n) {
    float[] lanes = Lanes.rest()[Lanes.WORK];
    int full = Lanes.FLOATS.loopBound(n);
    ADD_UP.run(x, xo, lanes, 0, full);
    for (int i = full; i < n; i++) {
      lanes[i - full] += x[xo + i];
    }
    for (int half = COUNT / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    return lanes[0];
  }

  static void addUp(float[] x, int xo, float[] lanes, int lo, int n) {
    FloatVector s0 = all(0);
    FloatVector s1 = all(0);
    FloatVector s2 = all(0);
    FloatVector s3 = all(0);
    int i = 0;
    for (; i + 3 * COUNT < n; i += 4 * COUNT) {
      s0 = s0.add(load(x, xo + i));
      s1 = s1.add(load(x, xo + i + COUNT));
      s2 = s2.add(load(x, xo + i + 2 * COUNT));
      s3 = s3.add(load(x, xo + i + 3 * COUNT));
    }
    for (; i < n; i += COUNT) {
      s0 = s0.add(load(x, xo + i));
    }
    s0.add(s1).add(s2.add(s3)).intoArray(lanes, lo);
  }

  static float max(float[] x, int xo, int n) {
    float max = Float.NEGATIVE_INFINITY;
    int full = Lanes.FLOATS.loopBound(n);
    if (full > 0) {
      float[] lanes = Lanes.rest()[Lanes.WORK];
      LARGEST.run(x, xo, lanes, 0, full);
      max = largestOf(lanes, 0, COUNT, max);
    }
    return largestOf(x, xo + full, n - full, max);
  }

  private static float largestOf(float[] x, int xo, int n, float max) {
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    return max;
  }

  static void largest(float[] x, int xo, float[] lanes, int lo, int n) {
    FloatVector max = load(x, xo);
    for (int i = COUNT; i < n; i += COUNT) {
      max = max.max(load(x, xo + i));
    }
    max.intoArray(lanes, lo);
  }
}
