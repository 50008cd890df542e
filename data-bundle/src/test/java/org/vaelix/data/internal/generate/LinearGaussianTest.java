package org.vaelix.data.internal.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.OptionException;
import org.vaelix.data.internal.generate.LinearGaussianData.Config;

class LinearGaussianTest {
  private static Dataset generate(Config config, long seed) {
    return new LinearGaussianData().create(config).read(new DataSource.Context(Path.of("."), seed));
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** An independent program in Python (Philox written anew, W by numpy.linalg.qr, NumPy 2.4.6). */
  @Test
  void agreesWithAnIndependentProgram() {
    Dataset data = generate(new Config(3, 4, 2, 0.5, Optional.empty()), 7);
    double[] expected = {
      -2.2799633872388116, -0.04230600703613435, 0.47689668824044995, -0.5864543298008591,
      0.1728815233941493, 1.4266313857044668, -0.16755578656419745, 2.6407674657397138,
      -0.39435027326098115, 0.035678150825013355, 0.3020189309431766, 1.359956547585588
    };
    assertEquals(Shape.of(3, 4), data.values().shape());
    assertArrayEquals(expected, data.values().doubles(), 1e-12);
  }

  @Test
  void loadingsAreOrthogonalWithDistinctSingularValues() {
    Config config = new Config(1, 16, 4, 1, Optional.empty());
    double[][] columns = new LinearGaussian(config, 3).loadings();
    double[] singularValues = {4, 3, 2, 1};
    for (int k = 0; k < 4; k++) {
      for (int other = 0; other < 4; other++) {
        double expected = k == other ? singularValues[k] * singularValues[k] : 0;
        assertEquals(expected, inner(columns[k], columns[other]), 1e-12);
      }
    }
  }

  /**
   * An entry of the sample covariance has standard deviation √((c_ij² + c_ii c_jj) / rows): all 36
   * must lie within 4.5 of them of W Wᵀ + σ² I, and the means within 4.5 of theirs.
   */
  @Test
  void covarianceIsThatOfTheModel() {
    int rows = 20_000;
    int features = 8;
    Config config = new Config(rows, features, 3, 0.7, Optional.empty());
    Dataset data = generate(config, 5);
    double[] values = data.values().doubles();
    double[] signal = data.truth().get("signal").doubles();
    double[][] covariance = model(new LinearGaussian(config, 5).loadings(), 0.7);
    double[] mean = means(values, features);
    for (int i = 0; i < features; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
          sum += (values[row * features + i] - mean[i]) * (values[row * features + j] - mean[j]);
        }
        double c = covariance[i][j];
        double deviation = Math.sqrt((c * c + covariance[i][i] * covariance[j][j]) / rows);
        assertEquals(c, sum / rows, 4.5 * deviation);
      }
      double noiseOfMean = 0.7 / Math.sqrt(rows);
      assertEquals(means(signal, features)[i], mean[i], 4.5 * noiseOfMean);
    }
  }

  private static double[][] model(double[][] columns, double noise) {
    int features = columns[0].length;
    double[][] covariance = new double[features][features];
    for (int i = 0; i < features; i++) {
      for (int j = 0; j < features; j++) {
        covariance[i][j] = i == j ? noise * noise : 0;
        for (double[] column : columns) {
          covariance[i][j] += column[i] * column[j];
        }
      }
    }
    return covariance;
  }

  private static double[] means(double[] values, int features) {
    double[] means = new double[features];
    for (int i = 0; i < values.length; i++) {
      means[i % features] += values[i] * features / values.length;
    }
    return means;
  }

  @Test
  void withoutNoiseTheValuesAreTheSignal() {
    Dataset data = generate(new Config(50, 6, 2, 0, Optional.empty()), 1);
    assertArrayEquals(data.truth().get("signal").doubles(), data.values().doubles());
    assertEquals(Shape.of(50, 2), data.truth().get("latents").shape());
  }

  @Test
  void theSeedDecides() {
    double[] seven = generate(new Config(9, 4, 2, 1, Optional.empty()), 7).values().doubles();
    double[] own = generate(new Config(9, 4, 2, 1, Optional.of(7L)), 99).values().doubles();
    double[] eight = generate(new Config(9, 4, 2, 1, Optional.empty()), 8).values().doubles();
    double[] longer = generate(new Config(19, 4, 2, 1, Optional.empty()), 7).values().doubles();
    assertArrayEquals(seven, own);
    assertFalse(Arrays.equals(seven, eight));
    assertArrayEquals(seven, Arrays.copyOf(longer, seven.length));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals("rows", refused(0, 4, 2, 1));
    assertEquals("features", refused(1, 0, 1, 1));
    assertEquals("latent", refused(1, 4, 5, 1));
    assertEquals("latent", refused(1, 4, 0, 1));
    assertEquals("noise", refused(1, 4, 2, -1));
    assertEquals("rows", refused(1_000_000, 10_000, 2, 1));
  }

  private static String refused(int rows, int features, int latent, double noise) {
    return assertThrows(
            OptionException.class,
            () -> new Config(rows, features, latent, noise, Optional.empty()))
        .option();
  }
}
