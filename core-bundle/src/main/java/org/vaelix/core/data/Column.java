package org.vaelix.core.data;

import java.util.stream.IntStream;

/**
 * What a data source knows of each row beside its values: one column of a table, or one array of an
 * archive. The arrays must not be changed.
 *
 * @param width how many numbers there are for each row, at least 1
 * @param numbers row by row; NaN where a cell is not a number
 * @param texts the cells as they are in the file, one for each row; empty if the file holds numbers
 */
public record Column(int width, double[] numbers, String[] texts) {
  private static final double LARGEST_EXACT = 1L << 53;

  /**
   * {@return a column of a text file}
   *
   * @param texts the cells, without blanks around them
   * @param numbers the same as numbers; NaN where a cell is none
   */
  public static Column of(String[] texts, double[] numbers) {
    return new Column(1, numbers, texts);
  }

  /**
   * {@return a column of numbers}
   *
   * @param width how many numbers there are for each row
   * @param numbers row by row
   */
  public static Column of(int width, double[] numbers) {
    return new Column(width, numbers, new String[0]);
  }

  /** {@return how many rows there are} */
  public int rows() {
    return numbers.length / width;
  }

  /** {@return whether every cell is a finite number} */
  public boolean isNumeric() {
    return IntStream.range(0, numbers.length).allMatch(i -> Double.isFinite(numbers[i]));
  }

  /**
   * {@return a cell as text; numbers without a fraction as whole ones, NaN as nothing}
   *
   * @param row from 0
   */
  public String text(int row) {
    if (texts.length > 0) {
      return texts[row];
    }
    double number = numbers[row * width];
    if (Double.isNaN(number)) {
      return "";
    }
    boolean isWhole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT;
    return isWhole ? String.valueOf((long) number) : String.valueOf(number);
  }
}
