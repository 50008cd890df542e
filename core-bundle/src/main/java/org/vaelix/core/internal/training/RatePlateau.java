package org.vaelix.core.internal.training;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.recipe.Training.Better;
import org.vaelix.core.recipe.Training.Plateau;
import org.vaelix.core.training.Schedule;

/** Lowers the learning rate after epochs that brought nothing better. */
final class RatePlateau {
  private final Optional<Plateau> options;
  private final double settledAt;

  /**
   * @param options absent: never
   * @param schedules of the loss; while one still moves, losses cannot be compared
   */
  RatePlateau(Optional<Plateau> options, Collection<Schedule> schedules) {
    this.options = options;
    this.settledAt = schedules.stream().mapToDouble(Schedule::settledAt).max().orElse(0);
  }

  /**
   * Looks at an epoch that is done.
   *
   * @param progress changed: best value, epochs since, factor of the learning rate
   * @param fraction of the planned steps that are done
   * @param validation means of the measures over the validation rows
   * @return whether the learning rate is lowered from here on
   */
  boolean epochDone(Progress progress, double fraction, Map<String, double[]> validation) {
    if (options.isEmpty() || fraction < settledAt) {
      return false;
    }
    Plateau rule = options.get();
    double value = validation.get(rule.measure())[0];
    double cost = rule.better() == Better.LOWER ? value : -value;
    if (cost < progress.plateauBest - rule.minimumDelta()) {
      progress.plateauBest = cost;
      progress.plateauEpochs = 0;
      return false;
    }
    progress.plateauEpochs++;
    if (progress.plateauEpochs < rule.patience()) {
      return false;
    }
    progress.plateauEpochs = 0;
    progress.rateFactor *= rule.factor();
    return true;
  }

  /**
   * {@return the learning rate of a step}
   *
   * @param scheduled what its schedule says
   * @param progress how far training has come
   */
  double rate(double scheduled, Progress progress) {
    double minimum = options.map(Plateau::minimum).orElse(0.0);
    // A schedule that goes below the minimum by itself is followed.
    return Math.max(scheduled * progress.rateFactor, Math.min(scheduled, minimum));
  }

  /** {@return what a person should know of a lower rate} */
  String describe(double rate) {
    Plateau rule = options.orElseThrow();
    return String.format(
        Locale.ROOT,
        "validation %s was no better for %d epochs: the learning rate is %.3g from here on",
        rule.measure(),
        rule.patience(),
        rate);
  }
}
