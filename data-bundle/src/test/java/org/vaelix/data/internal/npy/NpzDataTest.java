package org.vaelix.data.internal.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;

class NpzDataTest {
  /** Where a central directory entry keeps its size, counted from its signature. */
  private static final int SIZE_OFFSET = 24;

  @TempDir Path folder;

  private static Dataset read(Path folder, String file, String array) {
    NpzData.Config config = new NpzData.Config(file, array, 0, false);
    return new NpzData().create(config).read(new DataSource.Context(folder, 1));
  }

  private static String error(Path folder, String file, String array) {
    return assertThrows(DataException.class, () -> read(folder, file, array)).getMessage();
  }

  private String error(byte[] content) throws IOException {
    Files.write(folder.resolve("x.npz"), content);
    return error(folder, "x.npz", "");
  }

  private static byte[] archive(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static int find(byte[] bytes, int... pattern) {
    return IntStream.range(0, bytes.length - pattern.length)
        .filter(i -> IntStream.range(0, pattern.length).allMatch(j -> bytes[i + j] == pattern[j]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsWhatNumPyStored() {
    Dataset data = read(NpyDataTest.FIXTURES, "stored.npz", "spikes");
    assertEquals(Shape.of(3, 2), data.values().shape());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, data.values().toDoubles());
    assertEquals(
        Shape.of(3, 1), read(NpyDataTest.FIXTURES, "stored.npz", "labels").values().shape());
  }

  @Test
  void readsNumbersAndTextsAsConditions() {
    NpzData.Config config = new NpzData.Config("conditions.npz", "", 0, false);
    List<String> conditions = List.of("place", "batch", "trial");

    Dataset data =
        new NpzData()
            .create(config)
            .read(new DataSource.Context(NpyDataTest.FIXTURES, 1, conditions, false));

    assertEquals(Shape.of(3, 2), data.values().shape());
    Column place = data.conditions().get("place");
    assertEquals(2, place.width());
    assertArrayEquals(new double[] {0.5, 1, 1.5, 2, 2.5, 3}, place.numbers());
    Column batch = data.conditions().get("batch");
    assertArrayEquals(new String[] {"day 1", "Tag 2 \uD83D\uDC2D", ""}, batch.texts());
    assertFalse(batch.isNumeric());
    assertEquals("7", data.conditions().get("trial").text(1));
  }

  @Test
  void readsTheOnlyArrayOfACompressedArchiveWithoutItsName() {
    Dataset data = read(NpyDataTest.FIXTURES, "compressed.npz", "");
    assertEquals(Shape.of(100, 6), data.values().shape());
    double[] expected = IntStream.range(0, 600).mapToDouble(i -> i % 7).toArray();
    assertArrayEquals(expected, data.values().doubles());
  }

  @Test
  void namesTheArraysThereAre() {
    Path fixtures = NpyDataTest.FIXTURES;
    assertEquals(
        "stored.npz holds several arrays; set \"array\" to one of spikes, labels",
        error(fixtures, "stored.npz", ""));
    assertEquals(
        "stored.npz holds no array 'spike'; did you mean 'spikes'?",
        error(fixtures, "stored.npz", "spike"));
    assertEquals(
        "stored.npz holds no array 'counts'; it holds spikes, labels",
        error(fixtures, "stored.npz", "counts"));
  }

  @Test
  void refusesDamage() throws IOException {
    byte[] stored = Files.readAllBytes(NpyDataTest.FIXTURES.resolve("stored.npz"));
    // The value 5 as a 16-bit integer, after 4.
    stored[find(stored, 4, 0, 5, 0) + 2] = 7;
    Files.write(folder.resolve("y.npz"), stored);
    assertEquals(
        "y.npz, array 'spikes' is damaged: its check sum is wrong; copy it again",
        error(folder, "y.npz", "spikes"));
    assertTrue(
        error(Arrays.copyOf(stored, stored.length / 2))
            .startsWith("x.npz is not a sound .npz archive: "));
    assertTrue(error("no zip".getBytes()).startsWith("x.npz is not a sound .npz archive: "));
    byte[] compressed = Files.readAllBytes(NpyDataTest.FIXTURES.resolve("compressed.npz"));
    Arrays.fill(compressed, 90, 120, (byte) -1);
    assertTrue(error(compressed).startsWith("x.npz"));
  }

  @Test
  void refusesArchivesWithoutArrays() throws IOException {
    assertEquals(
        "x.npz holds no arrays; save some with numpy.savez",
        error(archive("readme.txt", new byte[3])));
    assertEquals("x.npz, array 'a' is not a .npy file", error(archive("a.npy", "text".getBytes())));
  }

  /** 64 MiB of zeros behind a header of one value: nothing is unpacked. */
  @Test
  void refusesABombWhoseHeaderIsSmall() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";
    byte[] bomb = archive("a.npy", NpyErrorsTest.npy(header, 1 << 26));
    assertEquals(
        "x.npz, array 'a' has 67108864 bytes of values where its shape (1,) needs 8: something"
            + " follows the array; save it alone",
        error(bomb));
  }

  /** The directory and the header both claim 16 GB, which so few bytes cannot hold. */
  @Test
  void refusesASizeThatItsBytesCannotHold() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (500000000,), }";
    byte[] liar = archive("a.npy", NpyErrorsTest.npy(header, 8));
    int directory = find(liar, 'P', 'K', 1, 2);
    int claimed = (int) (4_000_000_000L + 10 + header.length());
    ByteBuffer.wrap(liar).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + SIZE_OFFSET, claimed);
    assertEquals("x.npz, array 'a' lies about its size; save the archive again", error(liar));
  }
}
