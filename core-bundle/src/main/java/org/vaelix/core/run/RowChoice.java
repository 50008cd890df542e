package org.vaelix.core.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which rows to take: those of a data file, or of a split of the run's own.
 *
 * @param file of the kind that the run was trained on; absent for own rows
 * @param split of the run: {@code train}, {@code validation} or {@code test}; empty with a file
 * @param numbers of the rows within the split, from 0; empty for all
 */
public record RowChoice(Optional<Path> file, String split, List<Integer> numbers) {
  private static final Pattern OWN = Pattern.compile("(train|validation|test)(?::(.*))?");
  private static final String RANGE = "\\d{1,7}(-\\d{1,7})?";
  private static final Pattern LIST = Pattern.compile(RANGE + "(," + RANGE + ")*");

  /**
   * {@return the choice that a user writes}
   *
   * @param text a data file; or {@code train}, {@code validation} or {@code test} for all rows of
   *     that split; or {@code test:0,3,5-7} for some of them, counted from 0. A file that is called
   *     like a split is {@code ./test}
   * @throws RunException if the numbers are none
   */
  public static RowChoice parse(String text) {
    Matcher own = OWN.matcher(text);
    if (!own.matches()) {
      return new RowChoice(Optional.of(Path.of(text)), "", List.of());
    }
    List<Integer> numbers = own.group(2) == null ? List.of() : numbers(own.group(2));
    if (own.group(2) != null && numbers.isEmpty()) {
      throw new RunException(
          "'" + text + "' names no rows; write test:0,3,5-7, for example, counted from 0");
    }
    return new RowChoice(Optional.empty(), own.group(1), numbers);
  }

  private static List<Integer> numbers(String list) {
    return LIST.matcher(list).matches()
        ? Stream.of(list.split(",")).flatMapToInt(RowChoice::range).boxed().toList()
        : List.of();
  }

  private static IntStream range(String text) {
    String[] ends = text.split("-");
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  /** {@return the row numbers of the source that are meant, of those of the file or split} */
  int[] of(int[] rows, String place) {
    if (rows.length == 0) {
      throw new RunException(place + " has no rows; choose others");
    }
    return numbers.isEmpty() ? rows : numbers.stream().mapToInt(n -> row(n, rows, place)).toArray();
  }

  private static int row(int number, int[] rows, String place) {
    if (number >= rows.length) {
      throw new RunException(
          String.format(
              "%s has the rows 0 to %d, and so no row %d", place, rows.length - 1, number));
    }
    return rows[number];
  }
}
