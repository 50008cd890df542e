package org.vaelix.data.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.part.OptionException;
import org.vaelix.data.internal.csv.CsvData.Header;

class CsvErrorsTest {
  private static final List<String> ALL = List.of();

  @TempDir Path folder;

  private String error(byte[] content, Header header, List<String> columns, List<String> exclude)
      throws IOException {
    Files.write(folder.resolve("x.csv"), content);
    CsvData.Config config = new CsvData.Config("x.csv", header, "auto", columns, exclude, 0);
    DataSource source = new CsvData().create(config);
    DataSource.Context context = new DataSource.Context(folder, 1);
    return assertThrows(DataException.class, () -> source.read(context)).getMessage();
  }

  private String error(String text) throws IOException {
    return error(text.getBytes(StandardCharsets.UTF_8), Header.AUTO, ALL, ALL);
  }

  private String error(String text, Header header) throws IOException {
    return error(text.getBytes(StandardCharsets.UTF_8), header, ALL, ALL);
  }

  private String errorChoosing(List<String> columns, List<String> exclude) throws IOException {
    return error("id,n1,label\n1,2,3\n".getBytes(), Header.AUTO, columns, exclude);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-inf|'-inf' is not a finite number; fill the cell, drop the row, or leave",
        "1e999|'1e999' is too large for double precision; rescale the column or leave"
      })
  void saysWhichCellIsNotFinite(String cell, String problem) throws IOException {
    assertEquals(
        "x.csv, row 3, column 'b': " + problem + " the column out with \"exclude\": [\"b\"]",
        error("a,b\n1,2\n3," + cell + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"setosa", "1f", "0x10", "1 000"})
  void saysWhichCellIsNoNumber(String cell) throws IOException {
    assertEquals(
        "x.csv, row 3, column 'b': '"
            + cell
            + "' is not a number; correct it, or leave the column out with \"exclude\": [\"b\"], or"
            + " name the column in /conditions",
        error("a,b\n1,2\n3," + cell + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the cell is empty; fill it, drop the row, or leave",
        "NaN|'NaN' is not a finite number; fill the cell, drop the row, or leave",
        "NA|'NA' is not a finite number; fill the cell, drop the row, or leave",
      })
  void saysWhatMissingCellsNeed(String cell, String problem) throws IOException {
    assertEquals(
        "x.csv, row 3, column 'b': "
            + problem
            + " the column out with \"exclude\": [\"b\"], or set /preprocess/missing to \"mask\"",
        error("a,b\n1,2\n3," + cell + "\n"));
  }

  @Test
  void saysWhereAQuotationMarkWasLeftOpen() throws IOException {
    assertEquals(
        "x.csv, row 3, cell 2: '2,0?4,1,5' goes on over 2 lines, as after a quotation mark that is"
            + " not closed; close or remove it",
        error("a,b,c\n1,1,1\n3,\"2,0\n4,1,5\n"));
    assertEquals(
        "x.csv, row 3, column 'b': '0?4,5' goes on over 2 lines, as after a quotation mark that is"
            + " not closed; close or remove it",
        error("a,b\n1,1\n3,\"0\n4,5\n"));
  }

  @Test
  void saysHowToWriteADecimalComma() throws IOException {
    assertEquals(
        "x.csv, row 2, column 'a': '1,5' has a decimal comma; write a decimal point",
        error("a;b\n1,5;2,5\n"));
  }

  @Test
  void suggestsAHeaderWhenTheFirstRowIsText() throws IOException {
    assertEquals(
        "x.csv, row 1, column '1': 'a' is not a number; correct it, or leave the column out with"
            + " \"exclude\": [\"1\"], or name the column in /conditions, or set \"header\": \"yes\"",
        error("a,b\n1,2\n", Header.NO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gene,1,2|it mixes numbers and text",
        "5.1,3.5,setosa|it mixes numbers and text",
        "1,NaN,3|it mixes numbers and text",
        "NA,NA,NA|it mixes numbers and text",
        "0,1,2|its numbers only count up",
        "1,2,3|its numbers only count up"
      })
  void doesNotGuessAnAmbiguousHeader(String row, String why) throws IOException {
    assertEquals(
        "x.csv, row 1: this may be a row of names or of data, as "
            + why
            + "; say \"header\": \"yes\" or \"no\"",
        error(row + "\n4,5,6\n"));
  }

  @Test
  void refusesRaggedRowsAndEmptyLines() throws IOException {
    assertEquals(
        "x.csv, row 3: 3 cells where row 1 has 2; add or remove cells, or set \"separator\"",
        error("a,b\n1,2\n3,4,5\n"));
    assertEquals(
        "x.csv, row 2: 1 cells where row 1 has 2; add or remove cells, or set \"separator\"",
        error("a,b\n1\n"));
    assertEquals("x.csv, row 3: the line is empty; remove it", error("a,b\n1,2\n\n3,4\n"));
  }

  @Test
  void refusesNamesThatOccurTwice() throws IOException {
    assertEquals(
        "x.csv, row 1: columns 1 and 3 are both named 'a'; rename one", error("a,b,a\n1,2,3\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void refusesAFileWithoutRows(String text) throws IOException {
    assertEquals("x.csv holds no rows; check the file and \"skipRows\"", error(text));
  }

  @Test
  void refusesAFileOfNamesOnly() throws IOException {
    assertEquals(
        "x.csv holds names but no rows; if it has none, set \"header\": \"no\"", error("a,b\n"));
  }

  @Test
  void namesTheColumnThatWasMeant() throws IOException {
    assertEquals(
        "x.csv: there is no column 'lable', asked for in \"exclude\"; did you mean 'label'?",
        errorChoosing(ALL, List.of("lable")));
    assertEquals(
        "x.csv: there is no column 'weight', asked for in \"columns\"; columns are id, n1, label",
        errorChoosing(List.of("weight"), ALL));
    assertEquals(
        "x.csv: no column matches 'neuron*', asked for in \"columns\"; columns are id, n1, label",
        errorChoosing(List.of("neuron*"), ALL));
    assertEquals(
        "x.csv: there is no column 2-4; correct \"columns\": columns are numbered from 1 to 3",
        errorChoosing(List.of("2-4"), ALL));
    assertEquals(
        "x.csv: \"exclude\" leaves no column; exclude fewer", errorChoosing(ALL, List.of("*")));
  }

  @Test
  void refusesOtherEncodingsAndBrokenQuotes() throws IOException {
    byte[] latin = "é,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "x.csv is not UTF-8 text; save it as CSV in UTF-8", error(latin, Header.AUTO, ALL, ALL));
    assertTrue(
        error("a,b\n1,\"2\"3\n").matches("x.csv: not readable as .*; check its quotation marks"));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals("separator", refused("x.csv", "ab", 0));
    assertEquals("separator", refused("x.csv", ".", 0));
    assertEquals("separator", refused("x.csv", "1", 0));
    assertEquals("skipRows", refused("x.csv", "auto", -1));
    assertEquals("file", refused("", "auto", 0));
  }

  private static String refused(String file, String separator, int skipRows) {
    return assertThrows(
            OptionException.class,
            () -> new CsvData.Config(file, Header.AUTO, separator, ALL, ALL, skipRows))
        .option();
  }
}
