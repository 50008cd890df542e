package org.vaelix.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;

class SafeTensorsTest {
  /** {@code safetensors.numpy.save({"a": np.array([[1, 2.5]], "f4")}, {"k": "v"})}, 0.8.0. */
  private static final String BY_PYTHON =
      "58000000000000007b225f5f6d657461646174615f5f223a7b226b223a2276227d2c2261223a7b22"
          + "6474797065223a22463332222c227368617065223a5b312c325d2c22646174615f6f666673657473"
          + "223a5b302c385d7d7d202020202020200000803f00002040";

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    arrays.put("a/weight", HostArray.of(Shape.of(2, 3), 1, -0.0, Double.NaN, 1e-320, Math.PI, 6));
    arrays.put("b", HostArray.of(Shape.scalar(), new float[] {1.1f}));
    arrays.put("empty", HostArray.of(Shape.of(0, 4)));
    Path file = folder.resolve("x.safetensors");

    new SafeTensors(arrays, Map.of("note", "ψ \"quoted\"")).write(file);
    SafeTensors read = SafeTensors.read(file);

    assertEquals(arrays.keySet(), read.arrays().keySet());
    assertArrayEquals(arrays.get("a/weight").doubles(), read.arrays().get("a/weight").doubles());
    assertArrayEquals(arrays.get("b").floats(), read.arrays().get("b").floats());
    assertEquals(Shape.of(0, 4), read.arrays().get("empty").shape());
    assertEquals("ψ \"quoted\"", read.metadata().get("note"));
  }

  @Test
  void readsWhatPythonWrote() throws IOException {
    Path file = folder.resolve("python.safetensors");
    Files.write(file, HexFormat.of().parseHex(BY_PYTHON));

    SafeTensors read = SafeTensors.read(file);

    assertArrayEquals(new float[] {1, 2.5f}, read.arrays().get("a").floats());
    assertEquals(Shape.of(1, 2), read.arrays().get("a").shape());
    assertEquals(Map.of("k", "v"), read.metadata());
  }

  @Test
  void startsValuesAtAMultipleOfEightBytes() throws IOException {
    Path file = folder.resolve("x.safetensors");
    new SafeTensors(Map.of("abc", HostArray.of(Shape.of(1), 1)), Map.of()).write(file);

    long header =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();

    assertEquals(0, header % 8);
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    Path file = folder.resolve("x.safetensors");
    new SafeTensors(Map.of("a", HostArray.of(Shape.of(100), new double[100])), Map.of())
        .write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, 20, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(IOException.class, () -> SafeTensors.read(file), length + " bytes");
    }
  }

  @Test
  void refusesAHeaderLongerThanTheFile() throws IOException {
    Path file = folder.resolve("bomb.safetensors");
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(Long.MAX_VALUE).array());

    IOException refused = assertThrows(IOException.class, () -> SafeTensors.read(file));

    assertTrue(refused.getMessage().contains("impossible length"), refused.getMessage());
  }

  @Test
  void refusesArraysThatShareTheirBytes() throws IOException {
    String array = "{\"dtype\":\"F64\",\"shape\":[100],\"data_offsets\":[0,800]}";
    assertEquals(
        "its arrays claim more bytes than it has",
        refusal("{\"a\":" + array + ",\"b\":" + array + ",\"c\":" + array + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{}}",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[]}}",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[9223372036854775800,9223372036854775807]}}",
        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,8]}}",
        "[1]"
      })
  void refusesAHeaderThatDescribesNothing(String header) throws IOException {
    assertNotNull(refusal(header));
  }

  private String refusal(String header) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("hostile.safetensors");
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 800).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(text.length).put(text).array());
    return assertThrows(IOException.class, () -> SafeTensors.read(file)).getMessage();
  }

  @Test
  void leavesTheOldFileWhenWritingFails() throws IOException {
    Path file = folder.resolve("kept.txt");
    AtomicFile.write(file, "old");

    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("disk full");
                }));

    assertEquals("old", Files.readString(file));
    assertFalse(Files.exists(folder.resolve("kept.txt.tmp")));
  }
}
