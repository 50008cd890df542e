package org.vaelix.cpu.internal.convolution;

/**
 * Four rows of a convolution with a filter of three rows take six products instead of twelve:
 * minimal filtering F(4, 3) at the points 0, ±1, ±2 and ∞ (Winograd 1980; Lavin and Gray 2016,
 * section 4.1 and the matrices of section 4.3), here down the rows only. y = Aᵀ[(G w) ⊙ (Bᵀ d)]
 * with six rows d of the image and four rows y of the result; sums over channels and over places
 * across are taken between the brackets. The filter's gradient is Gᵀ[(A g) ⊙ (Bᵀ d)], summed over
 * all windows between the brackets (the transpose of the same bilinear form).
 *
 * <p>In single precision results are off by about twice what those of plain sums are.
 */
interface Transforms {
  /** Rows of a result that are computed together. */
  int TILE = 4;

  /** Rows of a filter. */
  int FILTER = 3;

  /** Products that stand for them. */
  int POINTS = TILE + FILTER - 1;

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

  /** Adds so many values to others; whole vectors are added. */
  void add(float[] floats, int to, int from, int count);

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
    float outer = (w0 + w2) * (1f / 6);
    float inner = w1 * (1f / 6);
    float far = w0 * (1f / 24) + w2 * (1f / 6);
    float middle = w1 * (1f / 12);
    memory[to] = w0 * 0.25f;
    memory[to + plane] = -outer - inner;
    memory[to + 2 * plane] = inner - outer;
    memory[to + 3 * plane] = far + middle;
    memory[to + 4 * plane] = far - middle;
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
    float near = (m1 + m2) * (1f / 6);
    float far = m3 + m4;
    memory[to] = sums[from] * 0.25f - near + far * (1f / 24);
    memory[to + line] = (m2 - m1) * (1f / 6) + (m3 - m4) * (1f / 12);
    memory[to + 2 * line] = far * (1f / 6) - near + sums[from + 5 * plane];
  }
}
