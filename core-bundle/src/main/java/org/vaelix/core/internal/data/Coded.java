package org.vaelix.core.internal.data;

import org.vaelix.core.backend.HostArray;

/**
 * A condition of some rows as numbers. A category keeps the number of each row's level only, since
 * one number for each level would take many times the room.
 *
 * @param width how many numbers a program takes for each row
 * @param isCategory whether these are numbers of levels
 * @param numbers of the rows: the level of each, or as many as the width for each
 */
public record Coded(int width, boolean isCategory, double[] numbers) {
  /** {@return how many rows there are} */
  public int rows() {
    return isCategory ? numbers.length : numbers.length / width;
  }

  /**
   * Writes a row as a program takes it.
   *
   * @param row from 0
   * @param target an input of a program
   * @param at the row of the target
   */
  public void write(int row, HostArray target, int at) {
    for (int i = 0; i < width; i++) {
      double number = isCategory ? (numbers[row] == i ? 1 : 0) : numbers[row * width + i];
      target.set(at * width + i, number);
    }
  }

  /**
   * {@return some of the rows}
   *
   * @param rows row numbers
   */
  public Coded rows(int[] rows) {
    int stored = isCategory ? 1 : width;
    double[] chosen = new double[rows.length * stored];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(numbers, rows[i] * stored, chosen, i * stored, stored);
    }
    return new Coded(width, isCategory, chosen);
  }
}
