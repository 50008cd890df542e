package org.vaelix.likelihoods.internal.count;

import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;

/**
 * ln μ of the counts of rows.
 *
 * @param expected where the counts are not known: at a typical exposure, if that depends on them
 * @param perLibrary ln μ of a row whose sum is 1, where the exposure is the row's own sum; else
 *     absent
 */
public record LogMean(Tensor expected, Optional<Tensor> perLibrary) {
  /** Means from 1e-12 to 1e12 are told apart. */
  private static final double FAR = Math.log(1e12);

  /**
   * {@return log-means that do not depend on the counts}
   *
   * @param logMean (rows, event shape…)
   */
  public static LogMean of(Tensor logMean) {
    return new LogMean(logMean, Optional.empty());
  }

  /**
   * {@return ln(1 + x), what encoders of counts read (Lopez et al. 2018)}
   *
   * @param values the counts
   */
  public static Tensor encoderInput(Tensor values) {
    return values.maximum(0).log1p();
  }

  /** {@return the mean where the counts are not known} */
  public Tensor mean() {
    return near(expected).exp();
  }

  /**
   * {@return ln μ of rows whose counts are known}
   *
   * @param values the counts, (rows, event shape…)
   */
  public Tensor given(Tensor values) {
    return near(perLibrary.map(rate -> rate.add(Exposure.logRowSum(values))).orElse(expected));
  }

  /**
   * Within ±27.6, so that no step of a network overflows single precision; with the gradient of
   * what it was, so that it finds back.
   */
  private static Tensor near(Tensor logMean) {
    return Functions.withGradientOf(logMean.maximum(-FAR).minimum(FAR), logMean);
  }
}
