package org.vaelix.data.internal.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {
  private static float[] image(int size, Drawing drawing) {
    float[] pixels = new float[size * size];
    drawing.paint(size, pixels, 0);
    return pixels;
  }

  /** The exact areas are from Python: the polygon clipped at each pixel (Sutherland-Hodgman). */
  private static void assertCoverage(double[][] expected, int top, int left, float[] pixels) {
    double outside = 0;
    for (float pixel : pixels) {
      outside += pixel;
    }
    for (int r = 0; r < expected.length; r++) {
      for (int c = 0; c < expected[r].length; c++) {
        float pixel = pixels[(top + r) * 16 + left + c];
        outside -= pixel;
        // An edge that crosses a pixel passes 8 rows or columns of its 64 points: each is off by
        // half a point at most.
        assertEquals(expected[r][c], pixel, 4.0 / 64, r + ", " + c);
      }
    }
    assertEquals(0, outside, 0);
  }

  @Test
  void aSquareCoversTheRightSharesOfPixels() {
    double[][] expected = {
      {0, 0.0027, 0.226, 0.5899, 0.4421, 0},
      {0.4421, 0.8593, 1, 1, 0.8593, 0.0027},
      {0.5899, 1, 1, 1, 1, 0.226},
      {0.226, 1, 1, 1, 1, 0.5899},
      {0.0027, 0.8593, 1, 1, 0.8593, 0.4421},
      {0, 0.4421, 0.5899, 0.226, 0.0027, 0},
    };
    assertCoverage(expected, 7, 3, image(16, new Drawing(Outline.SQUARE, 0.8, 20, 0.25, 0.75)));
  }

  @Test
  void aTriangleCoversTheRightSharesOfPixels() {
    double[][] expected = {
      {0, 0, 0, 0, 0.1206, 0.2732, 0},
      {0, 0, 0, 0.2223, 0.9097, 0.59, 0},
      {0, 0, 0.3549, 0.9689, 1, 0.7664, 0},
      {0.0052, 0.5131, 0.9973, 1, 1, 0.94, 0.0027},
      {0.5236, 1, 1, 1, 1, 1, 0.119},
      {0.0018, 0.2184, 0.5824, 0.9237, 1, 1, 0.2953},
      {0, 0, 0, 0.0226, 0.3103, 0.6743, 0.4433},
      {0, 0, 0, 0, 0, 0, 0.0053},
    };
    assertCoverage(expected, 4, 4, image(16, new Drawing(Outline.TRIANGLE, 1, 100, 0.5, 0.5)));
  }

  /**
   * Areas within the unit circle: 2, π/2 and 3√3/4; of the heart r(θ)²/2 integrated over θ where
   * (r² − 1)³ = r⁵ cos²θ sin³θ (SciPy 1.17.1, brentq and trapezoid), over 1.425².
   */
  @ParameterizedTest
  @CsvSource({
    "SQUARE, 2",
    "ELLIPSE, 1.5707963267948966",
    "TRIANGLE, 1.299038105676658",
    "HEART, 1.8033844"
  })
  void brightnessSumsToTheFiguresArea(Outline outline, double area) {
    for (int degrees : new int[] {0, 33, 250}) {
      double sum = 0;
      for (float pixel : image(64, new Drawing(outline, 0.75, degrees, 0.3, 0.9))) {
        sum += pixel;
      }
      assertEquals(area * 12 * 12, sum, 0.01 * sum);
    }
  }

  /** A quarter turn counter-clockwise moves what is on the right to the top. */
  @ParameterizedTest
  @CsvSource({"SQUARE", "ELLIPSE", "TRIANGLE", "HEART"})
  void aQuarterTurnTurnsTheImage(Outline outline) {
    float[] before = image(16, new Drawing(outline, 0.9, 12, 0.5, 0.5));
    float[] after = image(16, new Drawing(outline, 0.9, 102, 0.5, 0.5));
    for (int r = 0; r < 16; r++) {
      for (int c = 0; c < 16; c++) {
        // Rounding may move a point over an edge.
        assertEquals(before[r * 16 + c], after[(15 - c) * 16 + r], 1.0 / 64);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SQUARE", "ELLIPSE", "TRIANGLE", "HEART"})
  void fitsIntoTheUnitCircleAndFillsIt(Outline outline) {
    double farthest = 0;
    for (double x = -1.5; x <= 1.5; x += 0.003) {
      for (double y = -1.5; y <= 1.5; y += 0.003) {
        if (outline.holds(x, y)) {
          farthest = Math.max(farthest, Math.hypot(x, y));
        }
      }
    }
    assertTrue(farthest <= 1 && farthest > 0.98, "farthest " + farthest);
  }
}
