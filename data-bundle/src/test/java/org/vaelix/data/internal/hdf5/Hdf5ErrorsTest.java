package org.vaelix.data.internal.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.part.OptionException;

class Hdf5ErrorsTest {
  @TempDir Path folder;

  private static void read(Path folder, Hdf5Data.Config config, String... conditions) {
    new Hdf5Data()
        .create(config)
        .read(new DataSource.Context(folder, 1, List.of(conditions), false));
  }

  private static String error(Path folder, Hdf5Data.Config config, String... conditions) {
    return assertThrows(DataException.class, () -> read(folder, config, conditions)).getMessage();
  }

  private static Hdf5Data.Config config(String file, String... datasets) {
    return new Hdf5Data.Config(file, List.of(datasets), 0, false, List.of());
  }

  private static String error(String... datasets) {
    return error(Hdf5DataTest.FIXTURES, config("h5py.h5", datasets));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "records|holds records of several fields; save each field as a data set of its own",
        "complex|holds records of several fields; save each field as a data set of its own",
        "ragged|holds no plain numbers; save numbers, such as float64",
        "animal|holds texts; save numbers, such as float64",
        "fixed|holds texts; save numbers, such as float64",
        "colours|holds texts; save numbers, such as float64",
        "scalar|is a single number; save an array of rows",
        "no_rows|has shape (0, 3): it is empty; save some rows",
        "nothing|is empty; save some rows",
        "vast|has shape (100000, 100000): more values than one array can hold here (2147483647);"
            + " save fewer rows"
      })
  void refusesWhatHasNoRowsOfNumbers(String dataset, String problem) {
    assertEquals("h5py.h5, data set '" + dataset + "' " + problem, error(dataset));
  }

  @Test
  void namesTheDataSetThatIsMissing() {
    assertEquals("h5py.h5 holds no data set 'plian'; did you mean 'plain'?", error("plian"));
    assertEquals(
        "h5py.h5 holds no data set 'trials/haff'; did you mean 'trials/half'?",
        error("trials/haff"));
    assertTrue(error("x").startsWith("h5py.h5 holds no data set 'x'; it holds "), error("x"));
    assertEquals(
        "h5py.h5, data set 'trials' is a group; name a data set: trials/byte, trials/half,"
            + " trials/truth, trials/unsigned",
        error("trials"));
    assertTrue(error("broken").startsWith("h5py.h5"), error("broken"));
  }

  @Test
  void asksWhichDataSetIsMeant() {
    assertEquals(
        "single.h5 holds several data sets; set \"datasets\" to some of batch, rates, spikes",
        error(Hdf5DataTest.FIXTURES, config("single.h5")));
  }

  @Test
  void refusesARowAxisThatIsNotThere() {
    assertEquals(
        "h5py.h5, data set 'plain' has shape (4, 3, 2), so \"rowAxis\" must be below 3",
        error(
            Hdf5DataTest.FIXTURES,
            new Hdf5Data.Config("h5py.h5", List.of("plain"), 3, false, List.of())));
  }

  @Test
  void refusesToJoinWhatDoesNotFit() {
    assertEquals(
        "h5py.h5, data set 'missing': a row has the shape (2,), in 'plain' it has (3, 2); join data"
            + " sets of the same shape",
        error("plain", "missing"));
    Hdf5Data.Truth truth = new Hdf5Data.Truth("states", List.of("missing"));
    assertEquals(
        "h5py.h5, data set 'missing' has 2 rows, the values have 4; name data sets of the same"
            + " rows",
        error(
            Hdf5DataTest.FIXTURES,
            new Hdf5Data.Config("h5py.h5", List.of("plain"), 0, false, List.of(truth))));
  }

  @Test
  void refusesConditionsOfSeveralTexts() {
    assertEquals(
        "h5py.h5, data set 'two_texts' holds several texts for a row; save one for each",
        error(Hdf5DataTest.FIXTURES, config("h5py.h5", "missing"), "two_texts"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 20, 95, 800, 3000, 20000})
  void refusesAFileThatIsCutShort(int length) throws IOException {
    byte[] whole = Files.readAllBytes(Hdf5DataTest.FIXTURES.resolve("h5py.h5"));
    Files.write(folder.resolve("x.h5"), Arrays.copyOf(whole, length));
    // What lies behind the cut is noticed when it is needed.
    String message = error(folder, config("x.h5", "gzip", "trials/half", "vast"));
    assertTrue(message.startsWith("x.h5"), message);
    assertTrue(message.endsWith("; copy or save the file again"), message);
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Files.writeString(folder.resolve("x.h5"), "1,2,3\n4,5,6\n".repeat(100));
    assertEquals(
        "x.h5 is not sound HDF5: No valid HDF5 signature found; copy or save the file again",
        error(folder, config("x.h5")));
  }

  /** Bytes changed at random either do no harm or are reported as the file's fault. */
  @Test
  void reportsWhateverADamagedFileMakesOfIt() throws IOException {
    byte[] whole = Files.readAllBytes(Hdf5DataTest.FIXTURES.resolve("h5py.h5"));
    Random random = new Random(1);
    int refused = 0;
    for (int trial = 0; trial < 100; trial++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 20; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(folder.resolve("x.h5"), damaged);
      try {
        read(folder, config("x.h5", trial % 2 == 0 ? "gzip" : "lzf"));
      } catch (DataException e) {
        refused++;
        assertTrue(e.getMessage().startsWith("x.h5"), e.getMessage());
      }
    }
    assertTrue(refused > 0);
  }

  @Test
  void doesNotFollowLinksOutOfTheFileNorGroupsThatHoldThemselves() {
    assertEquals(
        "hostile.h5, data set 'elsewhere' is in another file, which is not looked for; name that"
            + " file",
        error(Hdf5DataTest.FIXTURES, config("hostile.h5", "elsewhere/spikes")));
    assertEquals(
        "hostile.h5 holds a group within itself; name a data set",
        error(Hdf5DataTest.FIXTURES, config("hostile.h5")));
    read(Hdf5DataTest.FIXTURES, config("hostile.h5", "rows"));
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Files.createFile(folder.resolve("spikes.h5"));
    assertEquals(
        "spkies.h5 does not exist in " + folder.toAbsolutePath() + "; did you mean spikes.h5?",
        error(folder, config("spkies.h5")));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals("file", assertThrows(OptionException.class, () -> config(" ")).option());
    assertEquals(
        "rowAxis",
        assertThrows(
                OptionException.class,
                () -> new Hdf5Data.Config("a.h5", List.of(), -1, false, List.of()))
            .option());
    assertEquals(
        "name",
        assertThrows(OptionException.class, () -> new Hdf5Data.Truth("../x", List.of("x")))
            .option());
    assertEquals(
        "datasets",
        assertThrows(OptionException.class, () -> new Hdf5Data.Truth("x", List.of())).option());
  }
}
