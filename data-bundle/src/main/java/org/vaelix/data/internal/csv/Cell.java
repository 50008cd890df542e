package org.vaelix.data.internal.csv;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell's text means. */
final class Cell {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

  private static final Set<String> MISSING =
      Set.of("na", "n/a", "nan", "null", "none", "-", "?", ".");

  private static final Set<String> INFINITE = Set.of("inf", "infinity");

  private static final int SHOWN = 30;

  private Cell() {}

  /** {@return the number, or empty if the text is none or too large for double precision} */
  static OptionalDouble number(String text) {
    String stripped = text.strip();
    if (!isDecimal(stripped)) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(stripped);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /**
   * {@return whether the text is a sign, digits with a point, and an exponent, of which only digits
   * must be there} Java's own parser would also take "1f", "0x1p3" and "NaN", which no other tool
   * writes. A regular expression would double the time to read a file.
   */
  private static boolean isDecimal(String text) {
    int start = afterSign(text, 0);
    int point = afterDigits(text, start);
    boolean hasPoint = point < text.length() && text.charAt(point) == '.';
    int end = hasPoint ? afterDigits(text, point + 1) : point;
    int digits = end - start - (hasPoint ? 1 : 0);
    return digits > 0 && (end == text.length() || isExponent(text, end));
  }

  private static boolean isExponent(String text, int index) {
    int start = afterSign(text, index + 1);
    return (text.charAt(index) | 0x20) == 'e'
        && start < text.length()
        && afterDigits(text, start) == text.length();
  }

  private static int afterSign(String text, int index) {
    boolean sign = index < text.length() && "+-".indexOf(text.charAt(index)) >= 0;
    return sign ? index + 1 : index;
  }

  private static int afterDigits(String text, int index) {
    int end = index;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** {@return whether the text stands for a missing or infinite value} */
  static boolean isMissing(String text) {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    String unsigned = stripped.replaceFirst("^[+-](?=.)", "");
    return MISSING.contains(unsigned) || INFINITE.contains(unsigned);
  }

  /** {@return whether the text, perhaps empty, stands for a value that was not observed} */
  static boolean isAbsent(String text) {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    return stripped.isEmpty() || MISSING.contains(stripped.replaceFirst("^[+-](?=.)", ""));
  }

  /** {@return whether the text goes on in another line, as after a quotation mark left open} */
  static boolean hasLineBreak(String text) {
    return text.strip().indexOf('\n') >= 0;
  }

  /**
   * {@return what is wrong with a cell that is not a number, and the remedy}
   *
   * @param text of the cell
   * @param column as it would be written in the option {@code exclude}
   */
  static String problem(String text, String column) {
    String without = "leave the column out with \"exclude\": [\"" + column + "\"]";
    String mask = isAbsent(text) ? ", or set /preprocess/missing to \"mask\"" : "";
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return "the cell is empty; fill it, drop the row, or " + without + mask;
    }
    String shown = "'" + shorten(stripped) + "'";
    if (hasLineBreak(stripped)) {
      return shown
          + " goes on over "
          + stripped.lines().count()
          + " lines, as after a quotation mark that is not closed; close or remove it";
    }
    if (isMissing(stripped)) {
      return shown + " is not a finite number; fill the cell, drop the row, or " + without + mask;
    }
    if (DECIMAL_COMMA.matcher(stripped).matches()) {
      return shown + " has a decimal comma; write a decimal point";
    }
    if (isDecimal(stripped)) {
      return shown + " is too large for double precision; rescale the column or " + without;
    }
    return shown
        + " is not a number; correct it, or "
        + without
        + ", or name the column in /conditions";
  }

  private static String shorten(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
  }
}
