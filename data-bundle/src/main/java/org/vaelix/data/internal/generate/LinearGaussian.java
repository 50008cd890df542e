package org.vaelix.data.internal.generate;

import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.random.PhiloxRandom;

/**
 * Draws a linear factor model and rows of it.
 *
 * <p>The loadings W have orthogonal columns: standard normal numbers made orthonormal by Gram and
 * Schmidt, column k (from 0) then scaled to the singular value √features · (latent − k) / latent.
 * So an entry of the first column has mean square 1, all singular values differ, and the principal
 * axes of the data are W's columns in order. The mean μ is standard normal. Truth: {@code latents}
 * (rows, latent) and {@code signal} (rows, features), which is W z + μ.
 */
final class LinearGaussian {
  private static final String NAME = "linear-gaussian";

  private final LinearGaussianData.Config config;
  private final long seed;

  LinearGaussian(LinearGaussianData.Config config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  Dataset generate() {
    int rows = config.rows();
    int features = config.features();
    double[][] loadings = loadings();
    double[] mean = numbers("mean").next(features);
    double[] latents = numbers("latents").next(rows * config.latent());
    double[] signal = new double[rows * features];
    double[] values = new double[rows * features];
    NormalNumbers noise = numbers("noise");
    for (int i = 0; i < values.length; i++) {
      int row = i / features;
      int feature = i % features;
      signal[i] = mean[feature] + dot(loadings, feature, latents, row * config.latent());
      values[i] = signal[i] + config.noise() * noise.next();
    }
    Shape shape = Shape.of(rows, features);
    return new Dataset(
        NAME,
        HostArray.of(shape, values),
        List.of(),
        1,
        new int[0],
        Map.of(
            "latents", HostArray.of(Shape.of(rows, config.latent()), latents),
            "signal", HostArray.of(shape, signal)));
  }

  /** {@return W by columns: (latent, features)} */
  double[][] loadings() {
    NormalNumbers numbers = numbers("loadings");
    int latent = config.latent();
    double[][] columns = new double[latent][];
    for (int k = 0; k < latent; k++) {
      columns[k] = numbers.next(config.features());
      for (int earlier = 0; earlier < k; earlier++) {
        subtractProjection(columns[k], columns[earlier]);
      }
      scale(columns[k], Math.sqrt(config.features()) * (latent - k) / latent);
    }
    return columns;
  }

  private NormalNumbers numbers(String purpose) {
    return new NormalNumbers(new PhiloxRandom(seed, NAME + "/" + purpose, 0));
  }

  private static double dot(double[][] loadings, int feature, double[] latents, int offset) {
    double sum = 0;
    for (int k = 0; k < loadings.length; k++) {
      sum += loadings[k][feature] * latents[offset + k];
    }
    return sum;
  }

  private static void subtractProjection(double[] vector, double[] onto) {
    double factor = inner(vector, onto) / inner(onto, onto);
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= factor * onto[i];
    }
  }

  private static void scale(double[] vector, double norm) {
    double factor = norm / Math.sqrt(inner(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
