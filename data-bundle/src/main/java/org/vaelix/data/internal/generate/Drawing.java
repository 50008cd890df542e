package org.vaelix.data.internal.generate;

/**
 * One figure on an image, white on black.
 *
 * @param outline of the figure
 * @param scale radius of the circle around it, as a share of the largest
 * @param orientation in degrees, counter-clockwise
 * @param x of its centre, from 0 at the left to 1 at the right of where centres may be
 * @param y of its centre, from 0 at the top to 1 at the bottom
 */
record Drawing(Outline outline, double scale, double orientation, double x, double y) {
  /** Points of a pixel along each side whose share inside of the figure is its brightness. */
  private static final int POINTS = 8;

  /**
   * Draws the figure. Centres keep a quarter of the image's side from its edges, which is also the
   * largest radius, so that no figure is cut.
   *
   * @param size pixels along each side
   * @param pixels of all images, row by row, black so far
   * @param offset of this image
   */
  void paint(int size, float[] pixels, int offset) {
    double margin = size / 4.0;
    double column = margin + x * (size - 2 * margin);
    double row = margin + y * (size - 2 * margin);
    double radius = scale * margin;
    View view = new View(outline, column, row, radius, StrictMath.toRadians(orientation));
    for (int r = (int) Math.floor(row - radius); r < row + radius && r < size; r++) {
      for (int c = (int) Math.floor(column - radius); c < column + radius && c < size; c++) {
        pixels[offset + r * size + c] = view.brightness(r, c);
      }
    }
  }

  /** The figure as the image's grid sees it. */
  private record View(
      Outline outline, double column, double row, double cosine, double sine, double radius) {
    View(Outline outline, double column, double row, double radius, double angle) {
      this(outline, column, row, StrictMath.cos(angle), StrictMath.sin(angle), radius);
    }

    float brightness(int r, int c) {
      int inside = 0;
      for (int i = 0; i < POINTS; i++) {
        for (int j = 0; j < POINTS; j++) {
          inside += holds(r + (i + 0.5) / POINTS, c + (j + 0.5) / POINTS) ? 1 : 0;
        }
      }
      return (float) inside / (POINTS * POINTS);
    }

    /** Rows count downwards, the figure's y upwards. */
    private boolean holds(double r, double c) {
      double right = (c - column) / radius;
      double up = (row - r) / radius;
      return outline.holds(cosine * right + sine * up, cosine * up - sine * right);
    }
  }
}
