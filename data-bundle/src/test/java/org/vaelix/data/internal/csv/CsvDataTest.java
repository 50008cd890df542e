package org.vaelix.data.internal.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.data.internal.csv.CsvData.Header;

class CsvDataTest {
  private static final List<String> ALL = List.of();

  @TempDir Path folder;

  private Dataset read(String text, CsvData.Config config) throws IOException {
    Files.writeString(folder.resolve(config.file()), text);
    return new CsvData().create(config).read(new DataSource.Context(folder, 1));
  }

  private Dataset read(String text) throws IOException {
    return read(text, new CsvData.Config("x.csv", Header.AUTO, "auto", ALL, ALL, 0));
  }

  private Dataset choose(String text, List<String> columns, List<String> exclude)
      throws IOException {
    return read(text, new CsvData.Config("x.csv", Header.YES, "auto", columns, exclude, 0));
  }

  private static void assertValues(Dataset data, Shape shape, double... values) {
    assertEquals(shape, data.values().shape());
    assertArrayEquals(values, data.values().doubles());
  }

  @Test
  void readsNamesAndNumbers() throws IOException {
    Dataset data = read("a, \"b c\" \n1,-2.5e3\n .5 ,+4.\n");
    assertValues(data, Shape.of(2, 2), 1, -2500, 0.5, 4);
    assertEquals(List.of("a", "b c"), data.columns());
    assertEquals("x.csv, row 3, column 'b c'", data.place(1, 1));
    assertEquals(0, data.groups().length);
  }

  @Test
  void readsNumbersWithoutNames() throws IOException {
    Dataset data = read("1,2\r\n3,4\r\n\r\n");
    assertValues(data, Shape.of(2, 2), 1, 2, 3, 4);
    assertEquals("x.csv, row 1, column '2'", data.place(0, 1));
  }

  @Test
  void theHeaderOptionWins() throws IOException {
    Dataset named = read("0,1,2\n3,4,5\n", config(Header.YES, "auto", 0));
    assertValues(named, Shape.of(1, 3), 3, 4, 5);
    assertEquals(List.of("0", "1", "2"), named.columns());
    Dataset plain = read("0,1,2\n3,4,5\n", config(Header.NO, "auto", 0));
    assertValues(plain, Shape.of(2, 3), 0, 1, 2, 3, 4, 5);
  }

  private static CsvData.Config config(Header header, String separator, int skipRows) {
    return new CsvData.Config("x.csv", header, separator, ALL, ALL, skipRows);
  }

  @Test
  void acceptsAByteOrderMark() throws IOException {
    assertEquals(List.of("é", "b"), read("\uFEFFé,b\n1,2\n").columns());
    assertValues(read("\uFEFF7,8\n"), Shape.of(1, 2), 7, 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"1,2|auto", "1;2|auto", "1\t2|auto", "1 2|auto", "1, 2|auto", "1:2|:", "1 2|space"})
  void findsTheSeparator(String row, String option) throws IOException {
    String text = row + "\n" + row + "\n";
    assertValues(read(text, config(Header.AUTO, option, 0)), Shape.of(2, 2), 1, 2, 1, 2);
  }

  @Test
  void aSuffixTellsTheSeparator() throws IOException {
    CsvData.Config config = new CsvData.Config("x.TSV", Header.AUTO, "auto", ALL, ALL, 0);
    assertEquals(List.of("a,b", "c"), read("a,b\tc\n1\t2\n", config).columns());
  }

  @Test
  void separatorsInQuotesDoNotCount() throws IOException {
    Dataset data = choose("name,x\n\"a;b;c;d\",1\n\"e\nf\",2\n", ALL, List.of("name"));
    assertValues(data, Shape.of(2, 1), 1, 2);
  }

  @Test
  void skipsLinesAndStillNumbersRowsAsInTheFile() throws IOException {
    Dataset data = read("made, by, us\n\na,b\n1,2\n", config(Header.AUTO, "auto", 2));
    assertValues(data, Shape.of(1, 2), 1, 2);
    assertEquals("x.csv, row 4, column 'a'", data.place(0, 0));
  }

  @Test
  void choosesColumnsByNameGlobNumberAndRangeInTheOrderAskedFor() throws IOException {
    String text = "id,n1,n2,x,7\n1,2,3,4,5\n";
    assertEquals(List.of("x", "id"), choose(text, List.of("x", "id"), ALL).columns());
    assertEquals(List.of("n1", "n2"), choose(text, List.of("n*"), ALL).columns());
    assertEquals(List.of("n1", "x"), choose(text, List.of("2-4"), List.of("*2")).columns());
    assertEquals(List.of("n2", "n1"), choose(text, List.of("3", "n*"), ALL).columns());
    assertValues(choose(text, List.of("7"), ALL), Shape.of(1, 1), 5);
    assertValues(choose(text, ALL, ALL), Shape.of(1, 5), 1, 2, 3, 4, 5);
  }

  @Test
  void columnsThatAreNotUsedMayHoldText() throws IOException {
    Dataset data = choose("species,a\nsetosa,1\n,2\n", List.of("a"), ALL);
    assertValues(data, Shape.of(2, 1), 1, 2);
  }

  @Test
  void readsTablesWiderThanTheParsersDefault() throws IOException {
    int width = 20_000;
    String row = IntStream.range(0, width).mapToObj(i -> "5").collect(Collectors.joining(","));
    assertEquals(Shape.of(2, width), read(row + "\n" + row + "\n").values().shape());
  }

  @Test
  void hugeTablesBecomeSinglePrecision() {
    ValueBuffer small = new ValueBuffer(5000);
    ValueBuffer huge = new ValueBuffer(4999);
    IntStream.range(0, 5000).forEach(i -> small.add(i / 3.0));
    IntStream.range(0, 5000).forEach(i -> huge.add(i / 3.0));
    HostArray doubles = small.toArray(Shape.of(5000, 1));
    HostArray floats = huge.toArray(Shape.of(5000, 1));
    assertTrue(doubles.isDouble());
    assertFalse(floats.isDouble());
    IntStream.range(0, 5000).forEach(i -> assertEquals((float) doubles.get(i), floats.get(i)));
  }

  @Test
  void conditionsAreNoValues() throws IOException {
    Files.writeString(
        folder.resolve("x.csv"), "g1,batch,n,g2\n1, B1,30,2\n3,\"B, 2\",x,4\n5,B1,,6\n");
    CsvData.Config config = new CsvData.Config("x.csv", Header.YES, "auto", ALL, ALL, 0);

    Dataset data =
        new CsvData()
            .create(config)
            .read(new DataSource.Context(folder, 1, List.of("n", "batch"), false));

    assertValues(data, Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
    assertEquals(List.of("g1", "g2"), data.columns());
    Column batch = data.conditions().get("batch");
    assertArrayEquals(new String[] {"B1", "B, 2", "B1"}, batch.texts());
    assertFalse(batch.isNumeric());
    Column n = data.conditions().get("n");
    assertArrayEquals(new double[] {30, Double.NaN, Double.NaN}, n.numbers());
    assertEquals("x", n.text(1));
  }

  @Test
  void aConditionIsAValueTooIfAskedFor() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n3,4\n");
    CsvData.Config config =
        new CsvData.Config("x.csv", Header.YES, "auto", List.of("a", "b"), ALL, 0);

    Dataset data =
        new CsvData().create(config).read(new DataSource.Context(folder, 1, List.of("b"), false));

    assertValues(data, Shape.of(2, 2), 1, 2, 3, 4);
    assertTrue(data.conditions().get("b").isNumeric());
  }

  @Test
  void missingCellsAreNaNWhereTheyMayBe() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "a,b,c\n1,,NA\nn/a,-, \n?,2,NaN\n");
    CsvData.Config config = new CsvData.Config("x.csv", Header.YES, "auto", ALL, ALL, 0);
    double none = Double.NaN;

    Dataset data =
        new CsvData().create(config).read(new DataSource.Context(folder, 1, List.of(), true));

    assertValues(data, Shape.of(3, 3), 1, none, none, none, none, none, none, 2, none);
  }
}
