package org.vaelix.cpu.internal.math;

/** Numbers at which functions change their mind. */
final class Specials {
  private static final float[] SIZES = {
    0,
    Float.MIN_VALUE,
    1e-40f,
    Float.MIN_NORMAL,
    1e-30f,
    1e-6f,
    0.5f,
    0.7f,
    0.99999994f,
    1,
    1.0000001f,
    1.4616321f,
    2,
    2.5f,
    3,
    8,
    16.5f,
    87.33654f,
    87.33655f,
    88.72283f,
    88.72284f,
    103.97208f,
    104,
    1e4f,
    1e4f + 0x1p-10f,
    8388607.5f,
    1e7f,
    1e20f,
    2e38f,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY
  };

  private Specials() {}

  static float[] floats() {
    float[] all = new float[2 * SIZES.length + 2];
    for (int i = 0; i < SIZES.length; i++) {
      all[2 * i] = SIZES[i];
      all[2 * i + 1] = -SIZES[i];
    }
    all[all.length - 2] = Float.NaN;
    // A NaN with a sign, as 0/0 gives on x86, and with a load in its last bits.
    all[all.length - 1] = Float.intBitsToFloat(0xFFC00123);
    return all;
  }
}
