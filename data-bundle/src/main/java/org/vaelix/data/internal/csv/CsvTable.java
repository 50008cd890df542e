package org.vaelix.data.internal.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;

/** Collects records into rows of numbers, and checks each. */
final class CsvTable {
  private final CsvData.Config config;
  private final DataSource.Context context;
  private final ValueBuffer values = new ValueBuffer(ValueBuffer.DOUBLE_LIMIT);
  private List<String> names;
  private boolean header;
  private int[] chosen;
  private ConditionCells conditions;
  private int row;
  private int blankRow;

  CsvTable(CsvData.Config config, DataSource.Context context) {
    this.config = config;
    this.context = context;
    this.row = config.skipRows();
  }

  void accept(CsvRecord record) {
    row++;
    if (isBlank(record)) {
      blankRow = blankRow == 0 ? row : blankRow;
      return;
    }
    if (blankRow != 0) {
      throw new DataException(
          config.file() + ", row " + blankRow + ": the line is empty; remove it");
    }
    if (names == null) {
      begin(record);
    }
    if (!(header && row == headerRow())) {
      addRow(record);
    }
  }

  /** A blank line may end a file, but within it the row numbers of messages would go wrong. */
  private static boolean isBlank(CsvRecord record) {
    return record.getFieldCount() == 1 && record.getField(0).isBlank();
  }

  private void begin(CsvRecord record) {
    List<String> cells = record.getFields();
    header = FirstRow.isHeader(config.header(), cells, place());
    names = header ? FirstRow.names(cells, place()) : FirstRow.numbers(cells.size());
    ColumnChoice choice = new ColumnChoice(config.file(), names);
    int[] known = choice.named(context.conditions());
    conditions = new ConditionCells(context.conditions(), known);
    chosen = choice.choose(config.columns(), config.exclude(), known);
  }

  private void addRow(CsvRecord record) {
    if (record.getFieldCount() != names.size()) {
      throw ragged(record);
    }
    for (int column : chosen) {
      OptionalDouble value = value(record.getField(column));
      if (value.isEmpty()) {
        throw notANumber(record, column);
      }
      if (values.isFull()) {
        throw new DataException(place() + ": too many values for one array; split the file");
      }
      values.add(value.getAsDouble());
    }
    conditions.add(record);
  }

  private OptionalDouble value(String text) {
    OptionalDouble number = Cell.number(text);
    boolean isMasked = number.isEmpty() && context.allowsMissing() && Cell.isAbsent(text);
    return isMasked ? OptionalDouble.of(Double.NaN) : number;
  }

  private DataException ragged(CsvRecord record) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      if (Cell.hasLineBreak(record.getField(i))) {
        return new DataException(
            place() + ", cell " + (i + 1) + ": " + Cell.problem(record.getField(i), ""));
      }
    }
    return new DataException(
        String.format(
            "%s: %d cells where row %d has %d; add or remove cells, or set \"separator\"",
            place(), record.getFieldCount(), headerRow(), names.size()));
  }

  private DataException notANumber(CsvRecord record, int column) {
    String name = names.get(column);
    String hint = !header && row == headerRow() ? ", or set \"header\": \"yes\"" : "";
    if (names.size() == 1 && record.getField(column).matches(".*[,;|\t].*")) {
      hint += ", or set \"separator\"";
    }
    return new DataException(
        place() + ", column '" + name + "': " + Cell.problem(record.getField(column), name) + hint);
  }

  Dataset toDataset() {
    if (names == null) {
      throw new DataException(config.file() + " holds no rows; check the file and \"skipRows\"");
    }
    if (values.length() == 0) {
      throw new DataException(
          config.file() + " holds names but no rows; if it has none, set \"header\": \"no\"");
    }
    Shape shape = Shape.of(values.length() / chosen.length, chosen.length);
    List<String> used = Arrays.stream(chosen).mapToObj(names::get).toList();
    int firstRow = headerRow() + (header ? 1 : 0);
    return Dataset.of(config.file(), values.toArray(shape), used, firstRow)
        .withConditions(conditions.columns());
  }

  private int headerRow() {
    return config.skipRows() + 1;
  }

  private String place() {
    return config.file() + ", row " + row;
  }
}
