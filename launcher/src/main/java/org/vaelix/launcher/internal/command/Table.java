package org.vaelix.launcher.internal.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: two blanks between columns, numbers to the right, the rest to the left.
 */
final class Table {
  private final List<String[]> rows = new ArrayList<>();

  Table(String... header) {
    rows.add(header);
  }

  /** Adds a row with as many cells as the header. {@return this} */
  Table row(String... cells) {
    rows.add(cells);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int[] widths = widths();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String blanks = " ".repeat(widths[i] - row[i].length());
        line.append(isNumeric(i) ? blanks + row[i] : row[i] + blanks).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return widths;
  }

  /** A column is numeric if its first cell below the header starts like a number. */
  private boolean isNumeric(int column) {
    return rows.size() > 1 && rows.get(1)[column].matches("[-+]?[0-9.,]+.*");
  }
}
