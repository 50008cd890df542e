package org.vaelix.core.run;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The estimated log-likelihood of one split: means over its rows, in nats. Both are bounds from
 * below in expectation, and the second is the closer one: E ELBO ≤ E IWAE-K ≤ ln p(x), with
 * equality for K → ∞ (Burda, Grosse and Salakhutdinov 2016, equation 8 and theorem 1).
 *
 * @param rows how many rows
 * @param samples draws K of the posterior for each row
 * @param elbo mean of ln wₖ over draws and rows, with wₖ = p(x, zₖ) / q(zₖ | x)
 * @param iwae mean over rows of ln (1/K Σₖ wₖ)
 * @param standardError of {@code iwae} over rows, √(Σ (rowᵢ − mean)² / (n (n − 1))); absent for one
 *     row
 */
public record LogLikelihood(
    int rows, int samples, double elbo, double iwae, OptionalDouble standardError) {
  /**
   * {@return the means of rows}
   *
   * @param samples draws K of the posterior for each row
   * @param elbo of each row
   * @param iwae of each row
   */
  public static LogLikelihood of(int samples, double[] elbo, double[] iwae) {
    double mean = mean(iwae);
    int rows = iwae.length;
    double squares = Arrays.stream(iwae).map(row -> (row - mean) * (row - mean)).sum();
    return new LogLikelihood(
        rows,
        samples,
        mean(elbo),
        mean,
        rows == 1
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.sqrt(squares / rows / (rows - 1))));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
