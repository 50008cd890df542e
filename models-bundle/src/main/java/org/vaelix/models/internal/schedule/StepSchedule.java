package org.vaelix.models.internal.schedule;

import java.util.List;
import org.vaelix.core.training.Schedule;

/**
 * Values one after another.
 *
 * @param values one more than places
 * @param at where each value but the first begins
 */
record StepSchedule(List<Double> values, List<Double> at) implements Schedule {
  @Override
  public double at(double fraction) {
    int index = 0;
    while (index < at.size() && fraction >= at.get(index)) {
      index++;
    }
    return values.get(index);
  }

  @Override
  public double settledAt() {
    return at.isEmpty() ? 0 : at.get(at.size() - 1);
  }

  @Override
  public double finalValue() {
    return values.get(values.size() - 1);
  }
}
