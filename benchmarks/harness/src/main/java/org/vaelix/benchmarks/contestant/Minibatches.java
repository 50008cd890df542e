package org.vaelix.benchmarks.contestant;

import java.util.Random;

/**
 * Row numbers in random order, a batch at a time; a last batch that would not be full is left out.
 */
public final class Minibatches {
  private final Random random = new Random(1);
  private final int[] order;
  private final int batch;
  private int next;

  /**
   * Starts with a fresh order.
   *
   * @param rows of the data set
   * @param batch rows in a step
   */
  public Minibatches(int rows, int batch) {
    this.order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    this.batch = batch;
    this.next = rows;
  }

  /** {@return whether all rows have been given, so that {@link #shuffle} is due} */
  public boolean isSpent() {
    return next + batch > order.length;
  }

  /**
   * Begins an epoch.
   *
   * @return the whole order, which must not be changed
   */
  public int[] shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    next = 0;
    return order;
  }

  /** {@return where the next batch begins in the order} */
  public int take() {
    next += batch;
    return next - batch;
  }
}
