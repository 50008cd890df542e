package org.vaelix.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;

/** The same bytes as {@code numpy.save} of NumPy 2.4.6 writes. */
class NpyTest {
  @TempDir Path folder;

  @Test
  void writesDoublesAsNumpyDoes() throws IOException {
    assertEquals(
        header("<f8", "(2, 3), }", 118)
            + "000000000000f03f000000000000044000000000000008c0"
            + "0000000000000000000000000000f03f0000000000000040",
        written(HostArray.of(Shape.of(2, 3), 1, 2.5, -3, 0, 1, 2)));
  }

  @Test
  void writesFloatsAsNumpyDoes() throws IOException {
    assertEquals(
        header("<f4", "(1,), }", 118) + "0000c03f",
        written(HostArray.of(Shape.of(1), new float[] {1.5f})));
  }

  private String written(HostArray array) throws IOException {
    Path file = folder.resolve("x.npy");
    Npy.write(file, array);
    return HexFormat.of().formatHex(Files.readAllBytes(file));
  }

  /** NumPy pads the dictionary with spaces and ends it with a line feed; 118 = 0x76. */
  private static String header(String type, String shape, int length) {
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape;
    String padded = text + " ".repeat(length - 1 - text.length()) + "\n";
    return "934e554d50590100"
        + "7600"
        + HexFormat.of().formatHex(padded.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
