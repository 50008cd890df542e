package org.vaelix.data.internal.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.OptionException;
import org.vaelix.data.internal.generate.ShapesData.Config;

class ShapesTest {
  private static final List<Outline> ALL = List.of(Outline.SQUARE, Outline.ELLIPSE, Outline.HEART);

  private static Dataset generate(int rows, int size, long seed, String... conditions) {
    return new ShapesData()
        .create(new Config(rows, size, ALL, Optional.empty()))
        .read(new DataSource.Context(Path.of("."), seed, List.of(conditions), false));
  }

  private static double[] truth(Dataset data, String name) {
    return data.truth().get(name).toDoubles();
  }

  /** Python: Philox and Java's nextDouble written anew. */
  @Test
  void factorsAgreeWithAnIndependentProgram() {
    Dataset data = generate(3, 8, 7);
    assertArrayEquals(new double[] {0, 2, 1}, truth(data, "shape"));
    assertArrayEquals(
        new double[] {0.5909676393876935, 0.7530240482891416, 0.5204845272425822},
        truth(data, "scale"));
    assertArrayEquals(
        new double[] {126.11706888358499, 175.63723410155302, 97.32167846493003},
        truth(data, "orientation"));
    assertArrayEquals(
        new double[] {0.0823983264328858, 0.20934732309805293, 0.6911250503158213},
        truth(data, "x"));
    assertArrayEquals(
        new double[] {0.2771375048783301, 0.9159191523671023, 0.9990633826721829},
        truth(data, "y"));
  }

  @Test
  void imagesShowTheirFactors() {
    int size = 32;
    Dataset data = generate(50, size, 3);
    assertEquals(Shape.of(50, 1, size, size), data.values().shape());
    for (int row = 0; row < 50; row++) {
      float[] expected = new float[size * size];
      new Drawing(
              ALL.get((int) truth(data, "shape")[row]),
              truth(data, "scale")[row],
              truth(data, "orientation")[row],
              truth(data, "x")[row],
              truth(data, "y")[row])
          .paint(size, expected, 0);
      float[] image =
          Arrays.copyOfRange(data.values().floats(), row * size * size, (row + 1) * size * size);
      assertArrayEquals(expected, image);
    }
  }

  @Test
  void moreRowsBeginWithTheSame() {
    float[] few = generate(3, 16, 5).values().floats();
    float[] many = generate(9, 16, 5).values().floats();
    assertArrayEquals(few, Arrays.copyOf(many, few.length));
    assertFalse(Arrays.equals(few, generate(3, 16, 6).values().floats()));
  }

  @Test
  void factorsAreUniformAndIndependent() {
    Dataset data = generate(3000, 8, 1);
    double[] x = truth(data, "x");
    double[] scale = truth(data, "scale");
    double[] shape = truth(data, "shape");
    double mean = Arrays.stream(x).average().orElseThrow();
    // Four standard errors of the mean of 3000 uniform numbers, of the shares, and of a
    // correlation.
    assertEquals(0.5, mean, 4 * Math.sqrt(1 / 12.0 / 3000));
    assertEquals(
        1 / 3.0,
        Arrays.stream(shape).filter(s -> s == 1).count() / 3000.0,
        4 * Math.sqrt(2 / 9.0 / 3000));
    double covariance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (x[i] - 0.5) * (scale[i] - 0.75) / 3000;
    }
    assertEquals(0, covariance / (1 / 12.0 * 0.5), 4 / Math.sqrt(3000));
    assertTrue(Arrays.stream(scale).allMatch(s -> s >= 0.5 && s < 1));
  }

  @Test
  void factorsAreConditionsIfAskedFor() {
    Dataset data = generate(3, 8, 7, "shape", "x");
    Map<String, Column> conditions = data.conditions();
    assertEquals(Set.of("shape", "x"), conditions.keySet());
    assertArrayEquals(new String[] {"square", "heart", "ellipse"}, conditions.get("shape").texts());
    assertFalse(conditions.get("shape").isNumeric());
    assertArrayEquals(truth(data, "x"), conditions.get("x").numbers());
  }

  @Test
  void anUnknownFactorIsRefused() {
    DataException e = assertThrows(DataException.class, () -> generate(3, 8, 7, "orientaton"));
    assertEquals(
        "shapes has no factor 'orientaton' for /conditions, did you mean 'orientation'?; there are"
            + " shape, scale, orientation, x, y",
        e.getMessage());
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals("rows", refused(0, 32, ALL));
    assertEquals("size", refused(1, 7, ALL));
    assertEquals("shapes", refused(1, 32, List.of()));
    assertEquals("shapes", refused(1, 32, List.of(Outline.HEART, Outline.HEART)));
    assertEquals("rows", refused(1 << 20, 64, ALL));
  }

  private static String refused(int rows, int size, List<Outline> shapes) {
    return assertThrows(
            OptionException.class, () -> new Config(rows, size, shapes, Optional.empty()))
        .option();
  }
}
