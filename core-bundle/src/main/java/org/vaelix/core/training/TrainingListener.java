package org.vaelix.core.training;

import java.util.Map;

/**
 * Hears what happens in training, on the thread that trains; should return quickly. Implemented by
 * commands and embedding hosts.
 */
public interface TrainingListener {
  /**
   * Training starts or goes on.
   *
   * @param plan what is planned
   */
  default void started(Plan plan) {}

  /**
   * A step is done.
   *
   * @param step its number, 1 at the first
   * @param loss of its rows
   */
  default void stepDone(long step, double loss) {}

  /**
   * An epoch is done.
   *
   * @param epoch its metrics
   */
  default void epochDone(Epoch epoch) {}

  /**
   * Something a person should know: what {@code auto} chose, an early stop, a checkpoint.
   *
   * @param message one sentence
   */
  default void message(String message) {}

  /**
   * Parts have been exchanged: the next step is computed with others. Unless overridden, each
   * sentence about it is a {@link #message}.
   *
   * @param recomposition what has changed, and what has become of each variable
   */
  default void recomposed(Recomposition recomposition) {
    recomposition.sentences().forEach(this::message);
  }

  /**
   * What is planned.
   *
   * @param epochs passes over the training rows
   * @param stepsPerEpoch steps in each
   * @param stepsDone steps that an earlier session has done already
   */
  record Plan(int epochs, int stepsPerEpoch, long stepsDone) {
    /** {@return all planned steps} */
    public long steps() {
      return (long) epochs * stepsPerEpoch;
    }
  }

  /**
   * The metrics of one epoch, means over rows.
   *
   * @param epoch its number, 1 at the first
   * @param step steps done at its end
   * @param train metrics of the training rows as they were seen, by name: {@code loss} and the
   *     objective's measures that are one number per row
   * @param validation metrics of the validation rows at the epoch's end; empty without such rows
   */
  record Epoch(int epoch, long step, Map<String, Double> train, Map<String, Double> validation) {}
}
