package org.vaelix.core.training;

/**
 * The same value throughout.
 *
 * @param value the value
 */
record ConstantSchedule(double value) implements Schedule {
  @Override
  public double at(double fraction) {
    return value;
  }

  @Override
  public double settledAt() {
    return 0;
  }
}
