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
      float nearEven = d4 - FAR_SQUARE * d2;
      float nearOdd = NEAR * (d3 - FAR_SQUARE * d1);
      float farEven = d4 - NEAR_SQUARE * d2;
      float farOdd = FAR * (d3 - NEAR_SQUARE * d1);
      floats[out] = floats[in] + d4 - SQUARES * d2;
      floats[out + plane] = nearEven + nearOdd;
      floats[out + 2 * plane] = nearEven - nearOdd;
      floats[out + 3 * plane] = farEven + farOdd;
      floats[out + 4 * plane] = farEven - farOdd;
      floats[out + 5 * plane] = floats[in + 5 * row] + d1 - SQUARES * d3;
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
      float nearEven = g0 + NEAR_SQUARE * g2;
      float nearOdd = NEAR * (g1 + NEAR_SQUARE * g3);
      float farEven = g0 + FAR_SQUARE * g2;
      float farOdd = FAR * (g1 + FAR_SQUARE * g3);
      floats[out] = g0;
      floats[out + plane] = nearEven + nearOdd;
      floats[out + 2 * plane] = nearEven - nearOdd;
      floats[out + 3 * plane] = farEven + farOdd;
      floats[out + 4 * plane] = farEven - farOdd;
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
      float near = m1 + m2;
      float nearOdd = NEAR * (m1 - m2);
      float far = m3 + m4;
      float farOdd = FAR * (m3 - m4);
      floats[i] += near + far;
      floats[i + row] = nearOdd + farOdd;
      floats[i + 2 * row] = NEAR_SQUARE * near + FAR_SQUARE * far;
      floats[i + 3 * row] = NEAR_SQUARE * nearOdd + FAR_SQUARE * farOdd + floats[i + 5 * row];
    }
  }
}
