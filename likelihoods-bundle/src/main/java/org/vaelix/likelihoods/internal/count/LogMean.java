package org.vaelix.likelihoods.internal.count;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/**
 * ln μ of the counts of rows.
 *
 * @param expected where the counts are not known: at a typical exposure, if that depends on them
 * @param perLibrary ln μ of a row whose sum is 1, where the exposure is the row's own sum; else
 *     absent
 */
public record LogMean(Tensor expected, Optional<Tensor> perLibrary) {
  /**
   * {@return log-means of the same number of values, which do not depend on the counts}
   *
   * @param logMean (rows, event shape…)
   */
  public static LogMean of(Tensor logMean) {
    return new LogMean(logMean, Optional.empty());
  }

  /**
   * {@return ln μ of rows whose counts are known}
   *
   * @param values the counts, (rows, event shape…)
   */
  public Tensor given(Tensor values) {
    return perLibrary.map(rate -> rate.add(Exposure.logRowSum(values))).orElse(expected);
  }
}
