package org.vaelix.benchmarks.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table in Markdown whose columns also line up on a terminal; all but the first right-aligned.
 */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    rows.add(List.of(header));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder(line(rows.get(0), widths));
    List<String> rule = new ArrayList<>(Collections.nCopies(columns, ""));
    for (int i = 0; i < columns; i++) {
      rule.set(i, "-".repeat(widths[i] - (i == 0 ? 0 : 1)) + (i == 0 ? "" : ":"));
    }
    text.append(line(rule, widths));
    rows.subList(1, rows.size()).forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      String cell = i == 0 ? cells.get(i) + padding : padding + cells.get(i);
      line.append(' ').append(cell).append(" |");
    }
    return line.append('\n').toString();
  }
}
