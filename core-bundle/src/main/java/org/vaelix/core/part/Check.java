package org.vaelix.core.part;

/** Range checks for constructors of configuration records. */
public final class Check {
  private Check() {}

  /**
   * Refuses an option unless a condition holds.
   *
   * @param condition what must hold
   * @param option the record component's name
   * @param problem what is wrong and what would be right, for example {@code "must be above 0"}
   * @throws OptionException if it does not hold
   */
  public static void that(boolean condition, String option, String problem) {
    if (!condition) {
      throw new OptionException(option, problem);
    }
  }

  /**
   * {@return the value}
   *
   * @param option the record component's name
   * @param value must be finite and above 0
   * @throws OptionException if it is not
   */
  public static double positive(String option, double value) {
    that(value > 0 && Double.isFinite(value), option, "must be above 0, got " + value);
    return value;
  }

  /**
   * {@return the value}
   *
   * @param option the record component's name
   * @param value must be at least the bound
   * @param bound the smallest value
   * @throws OptionException if it is not
   */
  public static int atLeast(String option, int value, int bound) {
    that(value >= bound, option, "must be at least " + bound + ", got " + value);
    return value;
  }

  /**
   * {@return the value}
   *
   * @param option the record component's name
   * @param value must lie between the bounds, ends included
   * @param low the smallest value
   * @param high the largest value
   * @throws OptionException if it is not
   */
  public static double between(String option, double value, double low, double high) {
    that(
        value >= low && value <= high,
        option,
        "must be from " + low + " to " + high + ", got " + value);
    return value;
  }
}
