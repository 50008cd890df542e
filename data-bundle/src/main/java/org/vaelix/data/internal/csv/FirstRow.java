package org.vaelix.data.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vaelix.core.data.DataException;

/** Decides whether the first row holds names, and what the columns are called. */
final class FirstRow {
  /** A shorter count from 0 or 1 is too likely to be data. */
  private static final int COUNTING = 3;

  private FirstRow() {}

  /**
   * {@return whether the row holds names}
   *
   * @param place of the row, for messages
   */
  static boolean isHeader(CsvData.Header option, List<String> cells, String place) {
    return switch (option) {
      case YES -> true;
      case NO -> false;
      case AUTO -> guess(cells, place);
    };
  }

  private static boolean guess(List<String> cells, String place) {
    long numbers = cells.stream().filter(cell -> Cell.number(cell).isPresent()).count();
    boolean missing = cells.stream().anyMatch(Cell::isMissing);
    if (numbers == 0 && !missing) {
      return true;
    }
    boolean counts = counts(cells, 0) || counts(cells, 1);
    if (numbers == cells.size() && !counts) {
      return false;
    }
    String why = counts ? "its numbers only count up" : "it mixes numbers and text";
    throw new DataException(
        place
            + ": this may be a row of names or of data, as "
            + why
            + "; say \"header\": \"yes\""
            + " or \"no\"");
  }

  private static boolean counts(List<String> cells, int start) {
    return cells.size() >= COUNTING
        && IntStream.range(0, cells.size())
            .allMatch(i -> cells.get(i).strip().equals(String.valueOf(start + i)));
  }

  /** {@return the columns' numbers, from 1} */
  static List<String> numbers(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
  }

  /**
   * {@return the columns' names; one without a name is called by its number}
   *
   * @param cells the header
   * @param place of the header, for messages
   */
  static List<String> names(List<String> cells, String place) {
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      String name = cell.isBlank() ? String.valueOf(names.size() + 1) : cell.strip();
      int earlier = names.indexOf(name);
      if (earlier >= 0) {
        throw new DataException(
            String.format(
                "%s: columns %d and %d are both named '%s'; rename one",
                place, earlier + 1, names.size() + 1, name));
      }
      names.add(name);
    }
    return names;
  }
}
