package org.vaelix.likelihoods.internal.scale;

import java.util.Arrays;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.SoftBounds;

/**
 * Between which widths a learned scale stays. A value that is the same in all rows would otherwise
 * pull its scale to 0 and the likelihood to infinity.
 *
 * @param bounds of the scale's logarithm: a factor of 10⁴ below and above both what the data's
 *     overall variance says and the option
 * @param share scale² as a share of the variance: 1 of a normal distribution
 * @param values how many values an observation has
 */
public record Widths(SoftBounds bounds, double share, int values) {
  private static final double LOG_RANGE = Math.log(1e4);

  /**
   * {@return the widths}
   *
   * @param moments of the training rows
   * @param share scale² as a share of the variance
   * @param scale the option
   */
  public static Widths of(Moments moments, double share, double scale) {
    double overall = share * meanVariance(moments);
    double fromData = overall > 0 ? 0.5 * Math.log(overall) : Math.log(scale);
    double fromOption = Math.log(scale);
    double low = Math.min(fromData, fromOption) - LOG_RANGE;
    double high = Math.max(fromData, fromOption) + LOG_RANGE;
    return new Widths(new SoftBounds(low, high), share, moments.variance().length);
  }

  private static double meanVariance(Moments moments) {
    return Arrays.stream(moments.variance()).average().orElse(0);
  }

  /** {@return ln of the scale that gives each value of an observation its variance} */
  double[] bestLogScales(Moments moments) {
    return Arrays.stream(moments.variance()).map(this::boundedLogScale).toArray();
  }

  /** {@return the same if all values share one scale: that of the mean variance} */
  public double bestSharedLogScale(Moments moments) {
    return boundedLogScale(meanVariance(moments));
  }

  private double boundedLogScale(double variance) {
    return Math.max(0.5 * Math.log(share * variance), bounds.low());
  }

  /** {@return the head's biases at which the bounded logarithms have these values} */
  double[] biases(double[] logScales) {
    return Arrays.stream(logScales).map(bounds::inverse).toArray();
  }

  double[] repeated(double number) {
    double[] numbers = new double[values];
    Arrays.fill(numbers, number);
    return numbers;
  }
}
