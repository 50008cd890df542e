package org.vaelix.data.internal.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.part.OptionException;

class NpyErrorsTest {
  @TempDir Path folder;

  private static String error(Path folder, String file, int rowAxis) {
    DataSource source = new NpyData().create(new NpyData.Config(file, rowAxis, false));
    DataSource.Context context = new DataSource.Context(folder, 1);
    return assertThrows(DataException.class, () -> source.read(context)).getMessage();
  }

  private String error(byte[] content) throws IOException {
    Files.write(folder.resolve("x.npy"), content);
    return error(folder, "x.npy", 0);
  }

  static byte[] npy(int version, long headerLength, String header, int valueBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    length.putLong(headerLength);
    out.write(length.array(), 0, version == 1 ? 2 : 4);
    out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(new byte[valueBytes]);
    return out.toByteArray();
  }

  static byte[] npy(String header, int valueBytes) {
    return npy(1, header.length(), header, valueBytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "object|holds pickled Python objects, which are never loaded; save a numeric array",
        "structured|holds records of several fields; save each field as an array of its own",
        "complex|holds complex numbers; convert it with .astype('float64') before saving",
        "text|holds values of type '<U2'; convert it with .astype('float64') before saving",
        "date|holds values of type '<M8[D]'; convert it with .astype('float64') before saving",
        "scalar|is a single number; save an array of rows",
        "empty|has shape (0, 3): it is empty; save some rows"
      })
  void refusesWhatNumPyWroteButHasNoRowsOfNumbers(String name, String problem) {
    String file = "refused_" + name + ".npy";
    assertEquals(file + " " + problem, error(NpyDataTest.FIXTURES, file, 0));
  }

  @Test
  void refusesARowAxisThatIsNotThere() {
    assertEquals(
        "order_c.npy has shape (2, 3, 4), so \"rowAxis\" must be below 3",
        error(NpyDataTest.FIXTURES, "order_c.npy", 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6, 7, 9, 50, 127})
  void refusesAFileCutInItsHeader(int length) throws IOException {
    byte[] whole = Files.readAllBytes(NpyDataTest.FIXTURES.resolve("order_c.npy"));
    String expected =
        length < 6 ? "x.npy is not a .npy file" : "x.npy is cut short; copy or save it again";
    assertEquals(expected, error(Arrays.copyOf(whole, length)));
  }

  @Test
  void refusesAFileCutInItsValuesOrWithSomethingAfterThem() throws IOException {
    byte[] whole = Files.readAllBytes(NpyDataTest.FIXTURES.resolve("order_c.npy"));
    assertEquals(
        "x.npy has 191 bytes of values where its shape (2, 3, 4) needs 192: it is cut short;"
            + " copy or save it again",
        error(Arrays.copyOf(whole, 319)));
    assertEquals(
        "x.npy has 193 bytes of values where its shape (2, 3, 4) needs 192: something follows the"
            + " array; save it alone",
        error(Arrays.copyOf(whole, 321)));
  }

  @Test
  void refusesOtherFiles() throws IOException {
    assertEquals(
        "x.npy is not a .npy file; it is an archive: use type \"npz\"",
        error(Files.readAllBytes(NpyDataTest.FIXTURES.resolve("stored.npz"))));
    assertEquals("x.npy is not a .npy file", error("1,2,3\n4,5,6\n".getBytes()));
    assertEquals(
        "x.npy is in .npy format 9, which is unknown; save the array again",
        error(npy(9, 0, "", 0)));
  }

  /** The claimed gigabytes are never asked for: the test JVM could not give them. */
  @Test
  void refusesAbsurdSizesWithoutTakingMemory() throws IOException {
    assertEquals(
        "x.npy has a header of 4294967295 bytes, which no array of plain numbers has; save the"
            + " array again",
        error(npy(2, 0xFFFFFFFFL, "{", 0)));
    assertEquals(
        "x.npy has 8 bytes of values where its shape (2000000000,) needs 16000000000: it is cut"
            + " short; copy or save it again",
        error(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }", 8)));
    assertEquals(
        "x.npy has shape (99999999999, 3): more values than one array can hold here (2147483647);"
            + " save fewer rows",
        error(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 3), }", 8)));
    assertEquals(
        "x.npy has shape (65536, 65536): more values than one array can hold here (2147483647);"
            + " save fewer rows",
        error(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (65536, 65536), }", 8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "{'descr': '<f8', 'fortran_order': False, }",
        "{'descr': '<f8', 'fortran_order': 1, 'shape': (1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': [1], }",
        "{'fortran_order': False, 'shape': (1,), }"
      })
  void refusesADamagedHeader(String header) throws IOException {
    assertEquals("x.npy has a damaged header; save the array again", error(npy(header, 8)));
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Files.createFile(folder.resolve("spikes.npy"));
    String absolute = folder.toAbsolutePath().toString();
    assertEquals(
        "spkies.npy does not exist in " + absolute + "; did you mean spikes.npy?",
        error(folder, "spkies.npy", 0));
    assertEquals(
        "a.npy does not exist in " + absolute + "; relative names are looked up beside the recipe",
        error(folder, "a.npy", 0));
    assertEquals(
        "no/a.npy does not exist in " + absolute + "/no: that folder does not exist either",
        error(folder, "no/a.npy", 0));
    assertEquals(". is a folder; name a file in it", error(folder, ".", 0));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals(
        "rowAxis",
        assertThrows(OptionException.class, () -> new NpyData.Config("a.npy", -1, false)).option());
    assertEquals(
        "file",
        assertThrows(OptionException.class, () -> new NpyData.Config(" ", 0, false)).option());
  }
}
