package org.vaelix.benchmarks.workload;

/**
 * A data set.
 *
 * @param count how many rows
 * @param features values of a row
 * @param values row-major
 */
public record Rows(int count, int features, float[] values) {
  private static final double SMALLEST_MEAN = 1e-3;

  /** {@return the mean of each feature, in double precision} */
  public double[] means() {
    double[] means = new double[features];
    for (int i = 0; i < values.length; i++) {
      means[i % features] += values[i];
    }
    for (int j = 0; j < features; j++) {
      means[j] /= count;
    }
    return means;
  }

  /**
   * {@return first biases of the decoder, which put training at the best constant profile as
   * Vaelix's own likelihoods do}
   *
   * @param likelihood of the rows
   */
  public float[] decoderBiases(Likelihood likelihood) {
    double[] means = means();
    float[] biases = new float[features];
    for (int j = 0; j < features; j++) {
      double mean = Math.max(means[j], SMALLEST_MEAN);
      double odds = Math.min(mean, 1 - SMALLEST_MEAN);
      biases[j] =
          (float)
              (likelihood == Likelihood.BERNOULLI
                  ? Math.log(odds) - Math.log1p(-odds)
                  : Math.log(mean));
    }
    return biases;
  }

  /**
   * {@return the mean over rows of Σ ln x!, which other libraries leave out of the loss of counts
   * and which is added to what they report, so that losses can be compared}
   *
   * @param likelihood of the rows; 0 unless they are counts
   */
  public double logFactorials(Likelihood likelihood) {
    if (likelihood == Likelihood.BERNOULLI) {
      return 0;
    }
    double sum = 0;
    for (float value : values) {
      for (int k = 2; k <= value; k++) {
        sum += Math.log(k);
      }
    }
    return sum / count;
  }
}
