package org.vaelix.benchmarks.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Rows with a few latent variables behind them, so that there is something to learn: η = μ + W z
 * with z normal; then Poisson counts of mean e^η, or 1 with probability σ(4η), or Poisson counts of
 * mean e^η times a gamma variable of mean 1, which makes them negative binomial. Counts stay small,
 * most of them 0, as in bins of spikes and in sequenced cells.
 */
public final class Generator {
  private static final int LATENT = 6;

  private static final double MEAN_LOG = -1;
  private static final double DEVIATION = 0.5;

  /** Shape of the gamma variable: the inverse dispersion. */
  private static final int GAMMA_SHAPE = 2;

  /** Above this mean, sums of exponential waiting times underflow. */
  private static final double LARGEST_MEAN = 200;

  private final Random random = new Random(20261124);
  private final Workload workload;

  private Generator(Workload workload) {
    this.workload = workload;
  }

  /**
   * {@return the file of a workload's data set, made if it is not there; the same on every machine}
   *
   * @param workload whose rows they are
   * @param folder of all data sets
   * @throws IOException if it cannot be written
   */
  public static Path file(Workload workload, Path folder) throws IOException {
    String name =
        workload.likelihood().type() + "-" + workload.rows() + "x" + workload.features() + ".npy";
    Path file = Files.createDirectories(folder).resolve(name);
    if (!Files.exists(file)) {
      RowsFile.write(new Generator(workload).rows(), file);
    }
    return file;
  }

  /**
   * {@return the data set of a workload}
   *
   * @param workload whose rows they are
   */
  public static Rows rows(Workload workload) {
    return new Generator(workload).rows();
  }

  private Rows rows() {
    int features = workload.features();
    double[] offset = normals(features, DEVIATION);
    double[] weights = normals(features * LATENT, DEVIATION / Math.sqrt(LATENT));
    float[] values = new float[workload.rows() * features];
    for (int row = 0; row < workload.rows(); row++) {
      double[] z = normals(LATENT, 1);
      for (int j = 0; j < features; j++) {
        double eta = MEAN_LOG + offset[j];
        for (int k = 0; k < LATENT; k++) {
          eta += weights[j * LATENT + k] * z[k];
        }
        values[row * features + j] = value(eta);
      }
    }
    return new Rows(workload.rows(), features, values);
  }

  private float value(double eta) {
    return switch (workload.likelihood()) {
      case BERNOULLI -> random.nextDouble() < 1 / (1 + Math.exp(-4 * eta)) ? 1 : 0;
      case POISSON -> poisson(Math.exp(eta));
      case NEGATIVE_BINOMIAL -> poisson(Math.exp(eta) * gamma());
    };
  }

  /** Mean 1, as the mean of exponential variables. */
  private double gamma() {
    double sum = 0;
    for (int i = 0; i < GAMMA_SHAPE; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / GAMMA_SHAPE;
  }

  /** How many exponential waiting times fit (Knuth 1969, section 3.4.1). */
  private int poisson(double mean) {
    double limit = Math.exp(-Math.min(mean, LARGEST_MEAN));
    int count = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private double[] normals(int count, double scale) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }
}
