package org.vaelix.core.training;

import org.vaelix.core.part.PartKind;

/**
 * A number that changes in the course of training, over fractions of the planned steps. In a recipe
 * a plain number stands for a constant. Implemented by model bundles; immutable.
 */
@PartKind("schedule")
public interface Schedule {
  /**
   * {@return the value}
   *
   * @param fraction of the planned steps that are done, from 0 to 1
   */
  double at(double fraction);

  /** {@return the fraction of the planned steps after which it no longer changes; 0 if constant} */
  double settledAt();

  /** {@return the value it settles at} */
  default double finalValue() {
    return at(1);
  }

  /**
   * {@return the same value throughout}
   *
   * @param value the value
   */
  static Schedule constant(double value) {
    return new ConstantSchedule(value);
  }
}
