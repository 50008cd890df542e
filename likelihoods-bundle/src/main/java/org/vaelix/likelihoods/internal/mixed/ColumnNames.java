package org.vaelix.likelihoods.internal.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.Names;
import org.vaelix.core.part.OptionException;
import org.vaelix.likelihoods.internal.mixed.MixedLikelihood.Part;

/**
 * What recipes call columns.
 *
 * @param names of the columns; empty if they have none
 * @param count how many columns there are
 */
record ColumnNames(List<String> names, int count) {
  private static final String OPTION = "parts";
  private static final String RANGE = "..";

  static ColumnNames of(Moments moments) {
    return new ColumnNames(moments.columns(), moments.mean().length);
  }

  /** {@return the column numbers from 0 of each part, in order; together each one once} */
  List<int[]> of(List<Part> parts) {
    int[] owner = new int[count];
    Arrays.fill(owner, -1);
    int rest = -1;
    for (int p = 0; p < parts.size(); p++) {
      rest = parts.get(p).named().isEmpty() ? p : rest;
      for (String text : parts.get(p).named()) {
        take(text, p, owner);
      }
    }
    for (int column = 0; column < count; column++) {
      owner[column] = owner[column] < 0 ? rest : owner[column];
      check(owner[column] >= 0, "no part has " + shown(column) + "; name it in one");
    }
    List<int[]> columns = new ArrayList<>();
    for (int p = 0; p < parts.size(); p++) {
      int part = p;
      int[] own = IntStream.range(0, count).filter(column -> owner[column] == part).toArray();
      check(own.length > 0, "no column is left for part " + (p + 1) + "; leave it out");
      columns.add(own);
    }
    return columns;
  }

  private void take(String text, int part, int[] owner) {
    int split = names.contains(text) ? -1 : text.indexOf(RANGE);
    int first = column(split < 0 ? text : text.substring(0, split));
    int last = split < 0 ? first : column(text.substring(split + RANGE.length()));
    check(first <= last, "'" + text + "' ends before it begins");
    for (int column = first; column <= last; column++) {
      check(owner[column] < 0, shown(column) + " is named twice; each column has one likelihood");
      owner[column] = part;
    }
  }

  /** A name goes before the same number. */
  private int column(String text) {
    int named = names.indexOf(text);
    if (named >= 0) {
      return named;
    }
    int number = text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
    check(number >= 1 && number <= count, unknown(text));
    return number - 1;
  }

  private String unknown(String text) {
    String remedy =
        names.isEmpty()
            ? "these columns have no names, only the numbers 1 to " + count
            : Names.nearest(text, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("columns go by their names, or by the numbers 1 to " + count);
    return "there is no column '" + text + "'; " + remedy;
  }

  private String shown(int column) {
    return "column " + (names.isEmpty() ? column + 1 : "'" + names.get(column) + "'");
  }

  private static void check(boolean condition, String problem) {
    if (!condition) {
      throw new OptionException(OPTION, problem);
    }
  }
}
