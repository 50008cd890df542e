package org.vaelix.data.internal.csv;

import java.util.List;
import java.util.Locale;

/** Which character separates cells. */
final class Separator {
  /**
   * In order of trust: a comma may be a decimal comma between semicolons, a space may follow any of
   * them.
   */
  private static final char[] CANDIDATES = {'\t', ';', ',', ' '};

  private static final String NOT_SEPARATORS = "\"\r\n.+-";

  private Separator() {}

  static boolean isValid(String option) {
    return List.of("auto", "tab", "space").contains(option)
        || (option.length() == 1
            && NOT_SEPARATORS.indexOf(option.charAt(0)) < 0
            && !Character.isLetterOrDigit(option.charAt(0)));
  }

  /**
   * {@return the separator}
   *
   * @param option as configured
   * @param file whose suffix may tell
   * @param lines the first ones of the file, without those to skip
   */
  static char choose(String option, String file, List<String> lines) {
    return switch (option) {
      case "tab" -> '\t';
      case "space" -> ' ';
      case "auto" -> bySuffix(file) ? '\t' : byContent(lines);
      default -> option.charAt(0);
    };
  }

  private static boolean bySuffix(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.endsWith(".tsv") || lower.endsWith(".tab");
  }

  /** The first candidate that every line has equally often; else the first line's commonest. */
  private static char byContent(List<String> lines) {
    List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
    for (char candidate : CANDIDATES) {
      long[] counts = filled.stream().mapToLong(l -> count(l, candidate)).distinct().toArray();
      if (counts.length == 1 && counts[0] > 0) {
        return candidate;
      }
    }
    return filled.isEmpty() ? ',' : commonest(filled.get(0));
  }

  private static char commonest(String line) {
    char best = ',';
    for (char candidate : CANDIDATES) {
      if (candidate != ' ' && count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    long count = 0;
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      if (!quoted && c == wanted) {
        count++;
      }
    }
    return count;
  }
}
