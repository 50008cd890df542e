package org.vaelix.core.internal.training;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.recipe.Training.EarlyStopping;
import org.vaelix.core.training.Schedule;

/** Decides after each epoch whether to go on, and keeps the best weights. */
final class EarlyStop {
  private final Optional<EarlyStopping> options;
  private final double settledAt;

  /**
   * @param options absent: never stop
   * @param schedules of the loss; while one still moves, losses cannot be compared
   */
  EarlyStop(Optional<EarlyStopping> options, Collection<Schedule> schedules) {
    this.options = options;
    this.settledAt = schedules.stream().mapToDouble(Schedule::settledAt).max().orElse(0);
  }

  /**
   * Looks at an epoch that is done.
   *
   * @param progress changed: best loss, best epoch, whether stopped
   * @param fraction of the planned steps that are done
   * @param loss of the validation rows
   * @param variables of the model, asked for only if they are the best
   */
  void epochDone(
      Progress progress, double fraction, double loss, Supplier<Map<String, HostArray>> variables) {
    if (options.isEmpty() || fraction < settledAt) {
      return;
    }
    EarlyStopping rule = options.get();
    if (progress.bestEpoch == 0 || loss < progress.bestLoss - rule.minimumDelta()) {
      progress.bestLoss = loss;
      progress.bestEpoch = progress.epoch;
      progress.bestVariables = variables.get();
    } else if (progress.epoch - progress.bestEpoch >= rule.patience()) {
      progress.isStopped = true;
    }
  }

  /**
   * Decides again for a run that is taken up, perhaps with another rule than the one it began with.
   *
   * @param progress changed: best epoch, whether stopped
   */
  void reconsider(Progress progress) {
    if (options.isEmpty()) {
      progress.forgetBest();
    }
    progress.isStopped =
        progress.bestEpoch > 0 && progress.epoch - progress.bestEpoch >= options.get().patience();
  }
}
