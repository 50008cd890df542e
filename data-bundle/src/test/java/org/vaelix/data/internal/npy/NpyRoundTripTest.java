package org.vaelix.data.internal.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.file.Npy;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.random.PhiloxRandom;

class NpyRoundTripTest {
  @TempDir Path folder;

  static List<Shape> shapes() {
    return List.of(
        Shape.of(1, 1),
        Shape.of(7, 3),
        Shape.of(2, 3, 4),
        Shape.of(1, 5, 1, 2),
        // More bytes than are decoded at once.
        Shape.of(3001, 11));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void whatCoreWritesComesBackToTheBit(Shape shape) throws IOException {
    PhiloxRandom random = new PhiloxRandom(1, "round trip", shape.elements());
    double[] doubles = random.doubles(shape.elements(), -1e300, 1e300).toArray();
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = random.nextFloat();
    }
    assertArrayEquals(doubles, read(HostArray.of(shape, doubles)).doubles());
    assertArrayEquals(floats, read(HostArray.of(shape, floats)).floats());
  }

  private HostArray read(HostArray array) throws IOException {
    Npy.write(folder.resolve("x.npy"), array);
    DataSource source = new NpyData().create(new NpyData.Config("x.npy", 0, false));
    Dataset data = source.read(new DataSource.Context(folder, 1));
    assertEquals(array.shape(), data.values().shape());
    return data.values();
  }
}
