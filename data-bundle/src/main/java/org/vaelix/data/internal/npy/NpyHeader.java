package org.vaelix.data.internal.npy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.ShapeException;

/**
 * The header of a .npy file: a Python dictionary of three entries, {@code {'descr': '<f8',
 * 'fortran_order': False, 'shape': (3, 4), }}.
 *
 * @param type of the elements; of texts, of their characters
 * @param fortranOrder whether the first axis varies fastest
 * @param shape of the array; of texts, with an axis of their characters at the end
 * @param isText whether the elements are texts
 */
record NpyHeader(NumberType type, boolean fortranOrder, Shape shape, boolean isText) {
  private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*(?:'([^']*)'|(\\S))");
  private static final Pattern TEXT = Pattern.compile("([<>])U(\\d{1,6})");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)\\b");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\sL,]*)\\)");

  /**
   * {@return the header of a text}
   *
   * @param place of the array, for messages
   * @param allowsText whether the elements may be texts
   */
  static NpyHeader parse(String text, String place, boolean allowsText) {
    Matcher description = find(DESCRIPTION, text, place);
    if (description.group(1) == null) {
      throw new DataException(
          place + " holds records of several fields; save each field as an array of its own");
    }
    boolean fortranOrder = find(ORDER, text, place).group(1).equals("True");
    String sizes = find(SHAPE, text, place).group(1);
    Matcher letters = TEXT.matcher(description.group(1));
    if (allowsText && letters.matches()) {
      // A text of n characters is n whole numbers of 32 bits, padded with zeros.
      NumberType type = NumberType.of(letters.group(1) + "u4", place);
      return new NpyHeader(type, fortranOrder, shape(sizes + "," + letters.group(2), place), true);
    }
    NumberType type = NumberType.of(description.group(1), place);
    return new NpyHeader(type, fortranOrder, shape(sizes, place), false);
  }

  private static Matcher find(Pattern pattern, String text, String place) {
    Matcher matcher = pattern.matcher(text);
    if (!text.stripLeading().startsWith("{") || !matcher.find()) {
      throw new DataException(place + " has a damaged header; save the array again");
    }
    return matcher;
  }

  private static Shape shape(String sizes, String place) {
    List<Integer> parsed = new ArrayList<>();
    try {
      for (String size : sizes.split(",")) {
        // Python 2 wrote long integers with an L.
        String digits = size.strip().replaceFirst("L$", "");
        if (!digits.isEmpty()) {
          parsed.add(Integer.parseInt(digits));
        }
      }
      return Shape.of(parsed.stream().mapToInt(Integer::intValue).toArray());
    } catch (NumberFormatException | ShapeException e) {
      throw new DataException(
          place
              + " has shape ("
              + sizes.strip()
              + "): more values than one array can hold here (2147483647); save fewer rows",
          e);
    }
  }
}
