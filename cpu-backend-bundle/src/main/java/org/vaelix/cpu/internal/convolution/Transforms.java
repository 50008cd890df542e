package org.vaelix.cpu.internal.convolution;

/**
 * Four rows of a convolution with a filter of three rows take six products instead of twelve:
 * minimal filtering F(4, 3) (Winograd 1980; Lavin and Gray 2016, section 4.1), here down the rows
 * only. y = Aᵀ[(G w) ⊙ (Bᵀ d)] with six rows d of the image and four rows y of the result; sums
 * over channels and over places across are taken between the brackets. The filter's gradient is
 * Gᵀ[(A g) ⊙ (Bᵀ d)], summed over all windows between the brackets (the transpose of the same
 * bilinear form).
 *
 * <p>Polynomials are met at the points 0, ±c, ±1/c and ∞ (Alam, Anderson, Barabasz and Gregg 2022)
 * with c = 2/3, which loses a third less to rounding than the usual 0, ±1, ±2 and ∞. A point p
 * other than 0 and ∞ has the rows (1, p, p², p³) in A and (1, p, p²) / M′(p) in G, and in Bᵀ the
 * coefficients of M(x) / (x − p), where M(x) = x (x² − c²) (x² − 1/c²).
 */
interface Transforms {
  /** Rows of a result that are computed together. */
  int TILE = 4;

  /** Rows of a filter. */
  int FILTER = 3;

  /** Products that stand for them. */
  int POINTS = TILE + FILTER - 1;

  /** The points ±c. */
  float NEAR = 2f / 3;

  /** The points ±1/c. */
  float FAR = 3f / 2;

  /** c². */
  float NEAR_SQUARE = 4f / 9;

  /** 1/c². */
  float FAR_SQUARE = 9f / 4;

  /** c² + 1/c². */
  float SQUARES = 97f / 36;

  /**
   * Bᵀ d: six rows become six others.
   *
   * @param floats where all lies
   * @param from the first row
   * @param row from one row to the next
   * @param to where the first transformed row goes
   * @param plane from one transformed row to the next
   * @param count of columns; whole vectors are written
   */
  void images(float[] floats, int from, int row, int to, int plane, int count);

  /** A g: four rows become six; otherwise as {@link #images}. */
  void gradients(float[] floats, int from, int row, int to, int plane, int count);

  /**
   * Aᵀ m in place: six rows become four.
   *
   * @param floats where all lies
   * @param at the first row
   * @param row from one row to the next
   * @param count of columns; whole vectors are written
   */
  void results(float[] floats, int at, int row, int count);

  /**
   * G w: three rows of a filter, line apart, become six, plane apart.
   *
   * @param memory where the filter is
   * @param from its first row's value
   * @param line from one row to the next, less than 0 if the filter is turned round
   * @param to where the first goes
   * @param plane from one to the next
   */
  static void filter(float[] memory, int from, int line, int to, int plane) {
    float w0 = memory[from];
    float w1 = memory[from + line];
    float w2 = memory[from + 2 * line];
    float nearEven = w0 * (-81f / 130) - w2 * (18f / 65);
    float nearOdd = w1 * (27f / 65);
    float farEven = w0 * (8f / 65) + w2 * (18f / 65);
    float farOdd = w1 * (12f / 65);
    memory[to] = w0;
    memory[to + plane] = nearEven - nearOdd;
    memory[to + 2 * plane] = nearEven + nearOdd;
    memory[to + 3 * plane] = farEven + farOdd;
    memory[to + 4 * plane] = farEven - farOdd;
    memory[to + 5 * plane] = w2;
  }

  /**
   * Gᵀ m: six sums become three rows of a filter's gradient.
   *
   * @param sums where the sums are
   * @param from the first
   * @param plane from one to the next
   * @param memory where the gradient goes
   * @param to its first row's value
   * @param line from one row to the next
   */
  static void filterGradient(float[] sums, int from, int plane, float[] memory, int to, int line) {
    float m1 = sums[from + plane];
    float m2 = sums[from + 2 * plane];
    float m3 = sums[from + 3 * plane];
    float m4 = sums[from + 4 * plane];
    float near = m1 + m2;
    float far = m3 + m4;
    memory[to] = sums[from] - near * (81f / 130) + far * (8f / 65);
    memory[to + line] = (m2 - m1) * (27f / 65) + (m3 - m4) * (12f / 65);
    memory[to + 2 * line] = (far - near) * (18f / 65) + sums[from + 5 * plane];
  }
}
