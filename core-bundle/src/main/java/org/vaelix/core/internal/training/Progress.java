package org.vaelix.core.internal.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;

/**
 * How far training has come: everything beside the variables that the next step depends on. What is
 * in here and in the variables is what a checkpoint holds.
 */
public final class Progress {
  /** Steps done. */
  long step;

  /** Epochs done. */
  int epoch;

  /** Batches done in the epoch under way. */
  int batch;

  /** Sums of the measures of the epoch under way. */
  final MeasureSums sums = new MeasureSums();

  /** The lowest validation loss since the schedules settled. */
  double bestLoss = Double.POSITIVE_INFINITY;

  /** The epoch that had it; 0 if there is none yet. */
  int bestEpoch;

  /** The model's variables at that epoch. */
  Map<String, HostArray> bestVariables = new LinkedHashMap<>();

  /** The best value of the plateau's measure, as a cost, since the schedules settled. */
  double plateauBest = Double.POSITIVE_INFINITY;

  /** Epochs since then, or since the learning rate was lowered. */
  int plateauEpochs;

  /** What the scheduled learning rate is multiplied by. */
  double rateFactor = 1;

  /** Whether early stopping has ended training. */
  boolean isStopped;

  /** Seconds spent by all sessions. */
  double seconds;

  /** Nothing has been best yet. */
  void forgetBest() {
    bestLoss = Double.POSITIVE_INFINITY;
    bestEpoch = 0;
    bestVariables = new LinkedHashMap<>();
  }

  /** {@return steps done} */
  public long step() {
    return step;
  }

  /** {@return epochs done} */
  public int epoch() {
    return epoch;
  }

  /** {@return seconds spent by all sessions} */
  public double seconds() {
    return seconds;
  }
}
