package org.vaelix.cpu.internal.convolution;

/** Without the Vector API. */
final class PlainTransforms implements Transforms {
  @Override
  public void images(float[] floats, int from, int row, int to, int plane, int count) {
    for (int i = 0; i < count; i++) {
      int in = from + i;
      int out = to + i;
      float d1 = floats[in + row];
      float d2 = floats[in + 2 * row];
      float d3 = floats[in + 3 * row];
      float d4 = floats[in + 4 * row];
      float even = d4 - 4 * d2;
      float odd = d3 - 4 * d1;
      float far = d4 - d2;
      float middle = d3 - d1;
      floats[out] = 4 * (floats[in] - d2) + far;
      floats[out + plane] = even + odd;
      floats[out + 2 * plane] = even - odd;
      floats[out + 3 * plane] = far + 2 * middle;
      floats[out + 4 * plane] = far - 2 * middle;
      floats[out + 5 * plane] = floats[in + 5 * row] - d3 - 4 * middle;
    }
  }

  @Override
  public void gradients(float[] floats, int from, int row, int to, int plane, int count) {
    for (int i = 0; i < count; i++) {
      int in = from + i;
      int out = to + i;
      float g0 = floats[in];
      float g1 = floats[in + row];
      float g2 = floats[in + 2 * row];
      float g3 = floats[in + 3 * row];
      floats[out] = g0;
      floats[out + plane] = g0 + g2 + (g1 + g3);
      floats[out + 2 * plane] = g0 + g2 - (g1 + g3);
      floats[out + 3 * plane] = g0 + 4 * g2 + 2 * (g1 + 4 * g3);
      floats[out + 4 * plane] = g0 + 4 * g2 - 2 * (g1 + 4 * g3);
      floats[out + 5 * plane] = g3;
    }
  }

  @Override
  public void results(float[] floats, int at, int row, int count) {
    for (int i = at; i < at + count; i++) {
      float m1 = floats[i + row];
      float m2 = floats[i + 2 * row];
      float m3 = floats[i + 3 * row];
      float m4 = floats[i + 4 * row];
      floats[i] += m1 + m2 + (m3 + m4);
      floats[i + row] = m1 - m2 + 2 * (m3 - m4);
      floats[i + 2 * row] = m1 + m2 + 4 * (m3 + m4);
      floats[i + 3 * row] = m1 - m2 + 8 * (m3 - m4) + floats[i + 5 * row];
    }
  }

  @Override
  public void add(float[] floats, int to, int from, int count) {
    for (int i = 0; i < count; i++) {
      floats[to + i] += floats[from + i];
    }
  }
}
