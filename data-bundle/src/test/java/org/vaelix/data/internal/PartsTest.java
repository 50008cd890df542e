package org.vaelix.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.Doc;
import org.vaelix.data.internal.csv.CsvData;
import org.vaelix.data.internal.csv.CsvData.Header;
import org.vaelix.data.internal.generate.LinearGaussianData;
import org.vaelix.data.internal.generate.LorenzSpikesData;
import org.vaelix.data.internal.generate.ShapesData;
import org.vaelix.data.internal.hdf5.Hdf5Data;
import org.vaelix.data.internal.npy.NpyData;
import org.vaelix.data.internal.npy.NpzData;

class PartsTest {
  static List<DataSourceFactory<?>> factories() {
    return List.of(
        new CsvData(),
        new Hdf5Data(),
        new NpyData(),
        new NpzData(),
        new LinearGaussianData(),
        new LorenzSpikesData(),
        new ShapesData());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void everyPartAndOptionIsDescribed(DataSourceFactory<?> factory) {
    assertFalse(factory.getClass().getAnnotation(Doc.class).value().isBlank());
    for (RecordComponent option : factory.defaults().getClass().getRecordComponents()) {
      assertNotNull(option.getAnnotation(Doc.class), option.getName());
    }
  }

  @Test
  void readsTheDigitsThatAreShipped() {
    CsvData.Config config =
        new CsvData.Config("digits.csv", Header.AUTO, "auto", List.of(), List.of("digit"), 0);
    DataSource.Context context = new DataSource.Context(Path.of("../examples/digits"), 1);
    Dataset digits = new CsvData().create(config).read(context);
    assertEquals(Shape.of(1797, 64), digits.values().shape());
    assertEquals("digits.csv, row 2, column 'pixel_0_2'", digits.place(0, 2));
    double sum = 0;
    for (double value : digits.values().doubles()) {
      sum += value;
    }
    // numpy: sklearn.datasets.load_digits().data.sum()
    assertEquals(561718, sum);
  }
}
