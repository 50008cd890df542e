package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * What makes normal numbers of uniform ones. The angle 2πu is taken in quarter turns, whose
 * distance to the nearest whole one is exact.
 */
final class NoiseLoops {
  private static final float HALF_PI = (float) (Math.PI / 2);

  private NoiseLoops() {}

  /** √(−2 x) of a logarithm x. */
  static void radius(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).mul(-2).sqrt().intoArray(y, yo + i);
    }
  }

  /** The angle of u whole turns, less the nearest quarter turn. */
  static void remainder(float[] u, int uo, float[] r, int ro, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector quarters = load(u, uo + i).mul(4);
      FloatVector whole = quarters.add(Lanes.ROUNDER).sub(Lanes.ROUNDER);
      quarters.sub(whole).mul(HALF_PI).intoArray(r, ro + i);
    }
  }

  /** The nearest quarter turn, in the last bits of a number. */
  static void quadrant(float[] u, int uo, float[] q, int qo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(u, uo + i).mul(4).add(Lanes.ROUNDER).intoArray(q, qo + i);
    }
  }
}
