package org.vaelix.data.internal.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;

class NpyDataTest {
  static final Path FIXTURES = Path.of("src/test/resources/numpy");

  private static Dataset read(String name, int rowAxis, boolean flatten) {
    NpyData.Config config = new NpyData.Config(name + ".npy", rowAxis, flatten);
    return new NpyData().create(config).read(new DataSource.Context(FIXTURES, 1));
  }

  private static int[] integers(String text) {
    return Stream.of(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /** Every dtype, byte order, memory order and version against what numpy.load itself gives. */
  @ParameterizedTest
  @CsvFileSource(resources = "/numpy/expected.csv")
  void readsWhatNumPyReads(String name, String shape, String values) {
    Dataset data = read(name, 0, false);
    int[] sizes = integers(shape);
    Shape expected = sizes.length == 1 ? Shape.of(sizes[0], 1) : Shape.of(sizes);
    assertEquals(expected, data.values().shape());
    double[] numbers = Stream.of(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertArrayEquals(numbers, data.values().toDoubles());
  }

  @Test
  void keepsSinglePrecisionWhereItIsExact() {
    assertFalse(read("little_f4", 0, false).values().isDouble());
    assertFalse(read("little_u2", 0, false).values().isDouble());
    assertTrue(read("little_i4", 0, false).values().isDouble());
    assertTrue(read("little_f8", 0, false).values().isDouble());
  }

  @Test
  void flattensEvents() {
    Dataset data = read("order_fortran", 0, true);
    assertEquals(Shape.of(2, 12), data.values().shape());
    assertArrayEquals(IntStream.range(0, 24).asDoubleStream().toArray(), data.values().doubles());
  }

  /** numpy.moveaxis(numpy.arange(24).reshape(2, 3, 4), axis, 0), in both orders of the file. */
  @Test
  void takesRowsFromAnyAxis() {
    double[] axis1 =
        IntStream.of(
                0, 1, 2, 3, 12, 13, 14, 15, 4, 5, 6, 7, 16, 17, 18, 19, 8, 9, 10, 11, 20, 21, 22,
                23)
            .asDoubleStream()
            .toArray();
    double[] axis2 =
        DoubleStream.of(
                0, 4, 8, 12, 16, 20, 1, 5, 9, 13, 17, 21, 2, 6, 10, 14, 18, 22, 3, 7, 11, 15, 19,
                23)
            .toArray();
    for (String name : new String[] {"order_c", "order_fortran"}) {
      assertEquals(Shape.of(3, 2, 4), read(name, 1, false).values().shape());
      assertArrayEquals(axis1, read(name, 1, false).values().doubles());
      assertEquals(Shape.of(4, 2, 3), read(name, 2, false).values().shape());
      assertArrayEquals(axis2, read(name, 2, false).values().doubles());
    }
  }
}
