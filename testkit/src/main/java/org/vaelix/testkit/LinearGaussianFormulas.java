package org.vaelix.testkit;

import static org.vaelix.testkit.LinearGaussian.LATENT;
import static org.vaelix.testkit.LinearGaussian.LOADING;
import static org.vaelix.testkit.LinearGaussian.ROWS;
import static org.vaelix.testkit.LinearGaussian.SIGMA;
import static org.vaelix.testkit.LinearGaussian.VALUES;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.vaelix.core.model.Moments;

/**
 * The exact quantities of {@link LinearGaussian}, in plain Java. With orthogonal rows w₁, w₂ of W,
 * the data's covariance σ² I + Σ wⱼwⱼᵀ has the eigenvalues σ² + ‖wⱼ‖² along them and σ² beside.
 */
final class LinearGaussianFormulas {
  private static final int VALUES_PER_ROW = 3;
  private static final double NOISE = SIGMA * SIGMA;
  private static final double[] MEAN = {0.4, -0.3, 0.2, 0.8, -0.6, 0.1, 0.5, 0.3};
  private static final double[] LOG_SIGMA = {-0.7, -0.9, -0.5, -0.8, -1.1, -0.4, -0.6, -1};

  private LinearGaussianFormulas() {}

  /** Mean and ln s of q, (rows, latent dimensions) each. */
  record Exact(double[] mean, double[] logSigma) {}

  /** {@return a posterior that is off the true one} */
  static Exact off() {
    return new Exact(MEAN, LOG_SIGMA);
  }

  /** {@return N(wⱼ·x/(σ² + ‖wⱼ‖²), σ²/(σ² + ‖wⱼ‖²)) by dimension} */
  static Exact truth() {
    double[] mean = new double[ROWS * LATENT];
    double[] logSigma = new double[ROWS * LATENT];
    for (int i = 0; i < mean.length; i++) {
      double scale = NOISE + length(i % LATENT);
      mean[i] = along(i / LATENT, i % LATENT) / scale;
      logSigma[i] = 0.5 * Math.log(NOISE / scale);
    }
    return new Exact(mean, logSigma);
  }

  /** {@return moments of 100 rows like these; only their number matters} */
  static Moments moments() {
    double[] ones = {1, 1, 1};
    return new Moments(100, new double[VALUES_PER_ROW], ones);
  }

  static double[] logEvidence() {
    return rows(
        row -> {
          double squares = squares(row) / NOISE;
          double logDeterminant = VALUES_PER_ROW * Math.log(NOISE);
          for (int j = 0; j < LATENT; j++) {
            double w = length(j);
            squares -= along(row, j) * along(row, j) / (NOISE * (NOISE + w));
            logDeterminant += Math.log1p(w / NOISE);
          }
          double constant = VALUES_PER_ROW * Math.log(2 * Math.PI);
          return -0.5 * (constant + logDeterminant + squares);
        });
  }

  static double[] kl() {
    return rows(
        row -> {
          double kl = 0;
          for (int j = row * LATENT; j < (row + 1) * LATENT; j++) {
            double variance = Math.exp(2 * LOG_SIGMA[j]);
            kl += 0.5 * (MEAN[j] * MEAN[j] + variance - 2 * LOG_SIGMA[j] - 1);
          }
          return kl;
        });
  }

  /** E_q‖x − zW‖² = ‖x‖² − 2 Σ μⱼ wⱼ·x + Σ (μⱼ² + sⱼ²)‖wⱼ‖² for orthogonal rows. */
  static double[] elbo() {
    double[] kl = kl();
    return rows(
        row -> {
          double squares = squares(row);
          for (int j = 0; j < LATENT; j++) {
            double mean = MEAN[row * LATENT + j];
            double variance = Math.exp(2 * LOG_SIGMA[row * LATENT + j]);
            squares += (mean * mean + variance) * length(j) - 2 * mean * along(row, j);
          }
          double constant = VALUES_PER_ROW * Math.log(2 * Math.PI * NOISE);
          return -0.5 * (constant + squares / NOISE) - kl[row];
        });
  }

  private static double[] rows(IntToDoubleFunction formula) {
    double[] result = new double[ROWS];
    Arrays.setAll(result, formula);
    return result;
  }

  private static double squares(int row) {
    double sum = 0;
    for (int i = 0; i < VALUES_PER_ROW; i++) {
      sum += VALUES[row * VALUES_PER_ROW + i] * VALUES[row * VALUES_PER_ROW + i];
    }
    return sum;
  }

  /** wⱼ·x. */
  private static double along(int row, int j) {
    double sum = 0;
    for (int i = 0; i < VALUES_PER_ROW; i++) {
      sum += VALUES[row * VALUES_PER_ROW + i] * LOADING[j * VALUES_PER_ROW + i];
    }
    return sum;
  }

  /** ‖wⱼ‖². */
  private static double length(int j) {
    double sum = 0;
    for (int i = 0; i < VALUES_PER_ROW; i++) {
      sum += LOADING[j * VALUES_PER_ROW + i] * LOADING[j * VALUES_PER_ROW + i];
    }
    return sum;
  }
}
