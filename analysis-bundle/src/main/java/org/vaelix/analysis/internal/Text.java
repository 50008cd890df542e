package org.vaelix.analysis.internal;

import java.util.Locale;

/** What is written for people, line by line. */
public final class Text {
  private final StringBuilder text = new StringBuilder();

  /**
   * Adds what {@link String#format} makes, with a point as decimal sign.
   *
   * @param format with {@code %n} for the end of a line
   * @param values in it
   */
  public Text add(String format, Object... values) {
    text.append(format(format, values));
    return this;
  }

  /** Adds a sentence or several, broken into lines of at most 96 characters. */
  public Text paragraph(String sentences) {
    int width = 0;
    for (String word : sentences.strip().split("\\s+")) {
      if (width > 0 && width + 1 + word.length() > 96) {
        text.append('\n');
        width = 0;
      }
      text.append(width > 0 ? " " : "").append(word);
      width += word.length() + (width > 0 ? 1 : 0);
    }
    text.append('\n');
    return this;
  }

  /** {@return what {@link String#format} makes, with a point as decimal sign} */
  public static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
