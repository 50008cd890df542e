package org.vaelix.data.internal.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;

class Hdf5DataTest {
  static final Path FIXTURES = Path.of("src/test/resources/hdf5");

  private static Dataset read(Hdf5Data.Config config, String... conditions) {
    DataSource.Context context = new DataSource.Context(FIXTURES, 1, List.of(conditions), false);
    return new Hdf5Data().create(config).read(context);
  }

  private static Dataset read(String... datasets) {
    return read(new Hdf5Data.Config("h5py.h5", List.of(datasets), 0, false, List.of()));
  }

  private static double[] upTo(int end) {
    return IntStream.range(0, end).asDoubleStream().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "plain, true",
    "gzip, false",
    "big, false",
    "trials/half, false",
    "/plain, true",
    "again, true"
  })
  void readsWhatH5pyWrote(String dataset, boolean isDouble) {
    Dataset data = read(dataset);
    assertEquals(Shape.of(4, 3, 2), data.values().shape());
    assertArrayEquals(upTo(24), data.values().toDoubles());
    assertEquals(isDouble, data.values().isDouble());
    assertEquals("h5py.h5, data set '" + dataset + "', row 2, column 3", data.place(1, 2));
  }

  @Test
  void readsOtherKindsOfNumbersWithOneValuePerRow() {
    assertEquals(Shape.of(3, 1), read("trials/byte").values().shape());
    assertArrayEquals(new double[] {0, 200, 255}, read("trials/byte").values().toDoubles());
    assertArrayEquals(new double[] {1, 0, 1}, read("trials/truth").values().toDoubles());
    assertArrayEquals(
        new double[] {0, 0x1p64, 0x1p53}, read("trials/unsigned").values().toDoubles());
    assertArrayEquals(
        new double[] {1.5, Double.NaN, 2.5, 3.5}, read("missing").values().toDoubles());
  }

  @Test
  void readsH5pysOwnCompression() {
    double[] expected = new double[1200];
    expected[7 * 30 + 3] = 5;
    assertArrayEquals(expected, read("lzf").values().toDoubles());
  }

  @Test
  void takesAnotherAxisAsRowsAndFlattens() {
    Dataset moved = read(new Hdf5Data.Config("h5py.h5", List.of("plain"), 2, false, List.of()));
    assertEquals(Shape.of(2, 4, 3), moved.values().shape());
    // numpy: np.moveaxis(np.arange(24).reshape(4, 3, 2), 2, 0).ravel()[:14]
    double[] expected = {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 1, 3};
    double[] found = moved.values().toDoubles();
    assertArrayEquals(expected, IntStream.range(0, 14).mapToDouble(i -> found[i]).toArray());
    Dataset flat = read(new Hdf5Data.Config("h5py.h5", List.of("plain"), 0, true, List.of()));
    assertEquals(Shape.of(4, 6), flat.values().shape());
  }

  @Test
  void joinsRowsOfSeveralDataSets() {
    Dataset data = read("gzip", "plain");
    assertEquals(Shape.of(8, 3, 2), data.values().shape());
    assertTrue(data.values().isDouble(), "as exact as the most exact of them");
    double[] found = data.values().toDoubles();
    assertArrayEquals(upTo(24), IntStream.range(24, 48).mapToDouble(i -> found[i]).toArray());
    assertEquals("h5py.h5, row 5", data.place(4));
  }

  @Test
  void readsConditionsOfNumbersAndTexts() {
    Hdf5Data.Config config = new Hdf5Data.Config("h5py.h5", List.of("plain"), 0, false, List.of());
    Dataset data = read(config, "animal", "age", "fixed");
    assertArrayEquals(
        new String[] {"m1", "m2", "m1", "Ω"}, data.conditions().get("animal").texts());
    assertArrayEquals(new String[] {"a", "bc", "", "d"}, data.conditions().get("fixed").texts());
    assertArrayEquals(new double[] {10, 20, 10, 30}, data.conditions().get("age").numbers());
  }

  @Test
  void takesTheOnlyDataSetBesideConditionsAndTruth() {
    Hdf5Data.Truth rates = new Hdf5Data.Truth("rates", List.of("rates"));
    Dataset data =
        read(new Hdf5Data.Config("single.h5", List.of(), 0, false, List.of(rates)), "batch");
    assertArrayEquals(upTo(6), data.values().toDoubles());
    assertArrayEquals(
        new double[] {0, 0.125, 0.25, 0.375, 0.5, 0.625}, data.truth().get("rates").toDoubles());
  }
}
