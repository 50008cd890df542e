package org.vaelix.data.internal.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vaelix.core.data.DataException;
import org.vaelix.core.part.Names;

/** Turns the options {@code columns} and {@code exclude} into column indices. */
final class ColumnChoice {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final int LISTED = 10;

  private final String file;
  private final List<String> names;

  ColumnChoice(String file, List<String> names) {
    this.file = file;
    this.names = names;
  }

  /**
   * {@return indices from 0, each once, in the order asked for}
   *
   * @param columns asked for; empty: all but the conditions
   * @param exclude not to be taken
   * @param conditions indices of the columns that are conditions
   */
  int[] choose(List<String> columns, List<String> exclude, int... conditions) {
    Set<Integer> chosen = new LinkedHashSet<>();
    if (columns.isEmpty()) {
      IntStream.range(0, names.size()).forEach(chosen::add);
      IntStream.of(conditions).forEach(chosen::remove);
    }
    columns.forEach(pattern -> chosen.addAll(matches(pattern, "columns")));
    exclude.forEach(pattern -> matches(pattern, "exclude").forEach(chosen::remove));
    if (chosen.isEmpty()) {
      throw new DataException(
          file
              + (conditions.length == 0
                  ? ": \"exclude\" leaves no column; exclude fewer"
                  : ": /conditions and \"exclude\" leave no column; name some in \"columns\""));
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** {@return the indices of columns that are conditions} */
  int[] named(List<String> conditions) {
    return conditions.stream().mapToInt(this::named).toArray();
  }

  private int named(String condition) {
    int index = names.indexOf(condition);
    if (index < 0) {
      throw unknown(condition, "/conditions");
    }
    return index;
  }

  private List<Integer> matches(String pattern, String option) {
    int exact = names.indexOf(pattern);
    if (exact >= 0) {
      return List.of(exact);
    }
    Matcher range = RANGE.matcher(pattern);
    if (range.matches()) {
      return range(range, pattern, option);
    }
    List<Integer> found = pattern.contains("*") ? glob(pattern) : List.of();
    if (found.isEmpty()) {
      throw unknown(pattern, "\"" + option + "\"");
    }
    return found;
  }

  private List<Integer> range(Matcher range, String pattern, String option) {
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    if (first < 1 || last > names.size() || first > last) {
      throw new DataException(
          file
              + ": there is no column "
              + pattern
              + "; correct \""
              + option
              + "\": columns are"
              + " numbered from 1 to "
              + names.size());
    }
    return IntStream.rangeClosed(first - 1, last - 1).boxed().toList();
  }

  private List<Integer> glob(String pattern) {
    String literals =
        Pattern.compile("\\*")
            .splitAsStream(pattern + " ")
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    // The space keeps a star at the end from being lost in the split.
    Pattern regex = Pattern.compile(literals, Pattern.DOTALL);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (regex.matcher(names.get(i) + " ").matches()) {
        found.add(i);
      }
    }
    return found;
  }

  private DataException unknown(String pattern, String option) {
    String what = pattern.contains("*") ? "no column matches '" : "there is no column '";
    String remedy =
        Names.nearest(pattern, names).map(name -> "did you mean '" + name + "'?").orElse(listed());
    return new DataException(
        file + ": " + what + pattern + "', asked for in " + option + "; " + remedy);
  }

  private String listed() {
    String some = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return "columns are " + some + (names.size() > LISTED ? ", …" : "");
  }
}
