package org.vaelix.likelihoods.internal.gaussian;

import java.util.Arrays;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.SoftBounds;

/**
 * Between which widths a learned σ stays. A value that is the same in all rows would otherwise pull
 * its σ to 0 and the likelihood to infinity.
 *
 * @param bounds of ln σ: a factor of 10⁴ below and above both the data's overall standard deviation
 *     and the option {@code sigma}
 * @param values how many values an observation has
 */
record Widths(SoftBounds bounds, int values) {
  private static final double LOG_RANGE = Math.log(1e4);

  static Widths of(Moments moments, double sigma) {
    double overall = meanVariance(moments);
    double fromData = overall > 0 ? 0.5 * Math.log(overall) : Math.log(sigma);
    double fromOption = Math.log(sigma);
    double low = Math.min(fromData, fromOption) - LOG_RANGE;
    double high = Math.max(fromData, fromOption) + LOG_RANGE;
    return new Widths(new SoftBounds(low, high), moments.variance().length);
  }

  private static double meanVariance(Moments moments) {
    return Arrays.stream(moments.variance()).average().orElse(0);
  }

  /** {@return ln σ of greatest likelihood for each value of an observation} */
  double[] bestLogSigmas(Moments moments) {
    return Arrays.stream(moments.variance()).map(this::boundedLogSigma).toArray();
  }

  /** {@return ln σ of greatest likelihood if all values share one: σ² is the mean variance} */
  double bestSharedLogSigma(Moments moments) {
    return boundedLogSigma(meanVariance(moments));
  }

  private double boundedLogSigma(double variance) {
    return Math.max(0.5 * Math.log(variance), bounds.low());
  }

  /** {@return the head's biases at which the bounded ln σ have these values} */
  double[] biases(double[] logSigmas) {
    return Arrays.stream(logSigmas).map(bounds::inverse).toArray();
  }

  double[] repeated(double number) {
    double[] numbers = new double[values];
    Arrays.fill(numbers, number);
    return numbers;
  }
}
