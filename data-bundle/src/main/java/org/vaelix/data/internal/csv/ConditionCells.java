package org.vaelix.data.internal.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.data.Column;

/** Collects the cells of columns that are conditions. */
final class ConditionCells {
  private final List<String> names;
  private final int[] columns;
  private final List<List<String>> texts = new ArrayList<>();

  /** Thousands of rows of one batch share one text. */
  private final Map<String, String> seen = new HashMap<>();

  /**
   * Creates the collection.
   *
   * @param names of the columns
   * @param columns their indices in a record
   */
  ConditionCells(List<String> names, int[] columns) {
    this.names = names;
    this.columns = columns;
    names.forEach(name -> texts.add(new ArrayList<>()));
  }

  void add(CsvRecord record) {
    for (int i = 0; i < columns.length; i++) {
      String text = record.getField(columns[i]).strip();
      texts.get(i).add(seen.computeIfAbsent(text, t -> t));
    }
  }

  Map<String, Column> columns() {
    Map<String, Column> conditions = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      String[] cells = texts.get(i).toArray(String[]::new);
      double[] numbers = new double[cells.length];
      for (int row = 0; row < cells.length; row++) {
        numbers[row] = Cell.number(cells[row]).orElse(Double.NaN);
      }
      conditions.put(names.get(i), Column.of(cells, numbers));
    }
    return conditions;
  }
}
