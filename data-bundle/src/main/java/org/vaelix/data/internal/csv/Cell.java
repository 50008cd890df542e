package org.vaelix.data.internal.csv;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell's text means. */
final class Cell {
  /** Java's own parser would also take "1f", "0x1p3" and "NaN", which no other tool writes. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

  private static final Set<String> MISSING =
      Set.of("na", "n/a", "nan", "null", "none", "-", "?", ".", "inf", "infinity");

  private static final int SHOWN = 30;

  private Cell() {}

  /** {@return the number, or empty if the text is none or too large for double precision} */
  static OptionalDouble number(String text) {
    String stripped = text.strip();
    if (!NUMBER.matcher(stripped).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(stripped);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** {@return whether the text stands for a missing or infinite value} */
  static boolean isMissing(String text) {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    return MISSING.contains(stripped.replaceFirst("^[+-](?=.)", ""));
  }

  /**
   * {@return what is wrong with a cell that is not a number, and the remedy}
   *
   * @param text of the cell
   * @param column as it would be written in the option {@code exclude}
   */
  static String problem(String text, String column) {
    String without = "leave the column out with \"exclude\": [\"" + column + "\"]";
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return "the cell is empty; fill it, drop the row, or " + without;
    }
    String shown = "'" + shorten(stripped) + "'";
    if (isMissing(stripped)) {
      return shown + " is not a finite number; fill the cell, drop the row, or " + without;
    }
    if (DECIMAL_COMMA.matcher(stripped).matches()) {
      return shown + " has a decimal comma; write a decimal point";
    }
    if (NUMBER.matcher(stripped).matches()) {
      return shown + " is too large for double precision; rescale the column or " + without;
    }
    return shown + " is not a number; correct it or " + without;
  }

  private static String shorten(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
  }
}
