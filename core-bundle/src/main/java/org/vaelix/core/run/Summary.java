package org.vaelix.core.run;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.internal.run.SummaryJson;

/**
 * The result of a run, as written to {@code summary.json}.
 *
 * @param splits scores by split: {@code train}, {@code validation}, {@code test}, those that have
 *     rows
 * @param stopped why training ended
 * @param epochs epochs done
 * @param bestEpoch epoch whose weights were kept, where early stopping chose one
 * @param steps optimiser steps done
 * @param seconds spent training, all sessions together
 * @param stepMilliseconds median time of a whole optimiser step
 * @param backend what computed
 * @param threads how many threads it used
 * @param parameters number of trained numbers
 */
public record Summary(
    Map<String, Score> splits,
    Stopped stopped,
    int epochs,
    Optional<Integer> bestEpoch,
    long steps,
    double seconds,
    double stepMilliseconds,
    String backend,
    int threads,
    long parameters) {

  /** Why training ended. */
  public enum Stopped {
    /** All planned epochs are done. */
    FINISHED,
    /** The validation loss no longer fell. */
    EARLY,
    /** Someone asked it to stop; it can be resumed. */
    INTERRUPTED
  }

  /**
   * The score of one split: means over its rows, in nats.
   *
   * @param rows how many rows
   * @param measures the objective's measures by name, for example {@code elbo}, {@code
   *     reconstruction}, {@code kl}; and {@code loss}
   * @param klPerDimension KL of each latent dimension; empty for models without
   * @param nullModel ln p of the null model, a constant profile, which is its ELBO
   */
  public record Score(
      int rows, Map<String, Double> measures, double[] klPerDimension, double nullModel) {
    /** {@return what {@code summary.json} says of it} */
    public JsonObject toJson() {
      return SummaryJson.write(this);
    }
  }
}
