package org.vaelix.core.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Problem;
import org.vaelix.core.recipe.RecipeException;
import org.vaelix.core.training.Schedule;

/**
 * The steps that a run is going to make, and what its schedules do within them.
 *
 * @param loaded the recipe
 * @param steps all that are planned
 */
record PlannedSteps(LoadedRecipe loaded, long steps) {
  /** Schedules under this path steer the optimiser and not what is trained for. */
  private static final String TRAINING = "/training/";

  /** Rounding of a fraction must not count as a step. */
  private static final double ROUNDING = 1e-9;

  static PlannedSteps of(LoadedRecipe loaded, int trainRows) {
    int size = Math.min(loaded.recipe().training().batchSize(), trainRows);
    long perEpoch = (trainRows + size - 1) / size;
    return new PlannedSteps(loaded, perEpoch * loaded.recipe().training().epochs());
  }

  /**
   * Refuses schedules of the loss whose final value no step would see: the model would be scored
   * with a loss it was never trained for.
   */
  void check() {
    List<Problem> problems = new ArrayList<>();
    loaded
        .schedules()
        .forEach(
            (path, schedule) -> {
              if (!path.startsWith(TRAINING) && firstSettled(schedule) >= steps) {
                problems.add(new Problem(path, unfinished(schedule)));
              }
            });
    if (!problems.isEmpty()) {
      throw new RecipeException(loaded.recipe().name(), problems);
    }
  }

  private String unfinished(Schedule schedule) {
    return String.format(
        Locale.ROOT,
        "would not finish: of %d planned steps, none is trained with its final value %s; let it"
            + " end at %s of the steps or before (lower its length or its start), or plan more epochs",
        steps,
        number(schedule.finalValue()),
        number(Math.floor(1e4 * (steps - 1) / steps) / 1e4));
  }

  /** {@return one sentence for each schedule: where it starts, where and when it ends} */
  List<String> describe() {
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<String, Schedule> entry : loaded.schedules().entrySet()) {
      Schedule schedule = entry.getValue();
      String end = number(schedule.finalValue());
      sentences.add(
          entry.getKey()
              + ": "
              + (schedule.settledAt() == 0
                  ? end + " throughout"
                  : String.format(
                      Locale.ROOT,
                      "%s at first, finally %s, from step %d of %d on",
                      number(schedule.at(0)),
                      end,
                      Math.min(firstSettled(schedule) + 1, steps),
                      steps)));
    }
    return sentences;
  }

  /** How many steps are made before the first that sees the final value. */
  private long firstSettled(Schedule schedule) {
    return (long) Math.ceil(schedule.settledAt() * steps - ROUNDING);
  }

  /** As a person would write it, without digits that say nothing. */
  private static String number(double value) {
    return Float.toString((float) value).replaceAll("\\.0$", "");
  }
}
