package org.vaelix.models.internal.schedule;

import java.util.function.DoubleUnaryOperator;
import org.vaelix.core.training.Schedule;

/**
 * A way from one value to another along a curve.
 *
 * @param from value before the ramp
 * @param to value after it
 * @param ramp when
 * @param curve what of the way is done
 */
record RampSchedule(double from, double to, Ramp ramp, Curve curve) implements Schedule {
  /**
   * A monotone map of [0, 1] to itself that keeps both ends. Two of one name are the same.
   *
   * @param name with the curve's options
   * @param map its formula
   */
  record Curve(String name, DoubleUnaryOperator map) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Curve curve && curve.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  @Override
  public double at(double fraction) {
    return Ramp.between(from, to, curve.map().applyAsDouble(ramp.done(fraction)));
  }

  @Override
  public double settledAt() {
    return ramp.end();
  }

  @Override
  public double finalValue() {
    return to;
  }
}
