package org.vaelix.core.model;

/**
 * The values that a likelihood admits. Data are checked against it before training.
 *
 * @param description for example {@code "whole numbers from 0"}
 * @param admits whether a value is admitted
 */
public record Support(String description, Test admits) {
  /** All real numbers. */
  public static final Support REAL = new Support("finite numbers", v -> true);

  /** Whole numbers from 0. */
  public static final Support COUNTS =
      new Support("whole numbers from 0", v -> v >= 0 && v == Math.rint(v));

  /** 0 and 1. */
  public static final Support BINARY = new Support("0 or 1", v -> v == 0 || v == 1);

  /** From 0 to 1. */
  public static final Support UNIT_INTERVAL =
      new Support("numbers from 0 to 1", v -> v >= 0 && v <= 1);

  /** Above 0. */
  public static final Support POSITIVE = new Support("numbers above 0", v -> v > 0);

  /**
   * {@return whether a value is admitted; never so for what is not finite}
   *
   * @param value to be checked
   */
  public boolean contains(double value) {
    return Double.isFinite(value) && admits.test(value);
  }

  /** Decides on finite values. */
  @FunctionalInterface
  public interface Test {
    /**
     * {@return whether a value is admitted}
     *
     * @param value finite
     */
    boolean test(double value);
  }
}
