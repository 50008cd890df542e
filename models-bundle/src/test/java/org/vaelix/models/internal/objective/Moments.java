package org.vaelix.models.internal.objective;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vaelix.core.graph.Tensor;
import org.vaelix.testkit.Evaluation;
import org.vaelix.testkit.PartHarness;

/**
 * Mean and variance of numbers over runs with noise of their own.
 *
 * @param mean of each number
 * @param variance of each number
 * @param runs how many
 */
record Moments(double[] mean, double[] variance, int runs) {
  /** Standard errors two means may be apart: 5 of them happen by chance once in two million. */
  private static final double LARGEST_Z = 5;

  static Moments of(PartHarness harness, List<Tensor> tensors, int runs) {
    try (Evaluation evaluation = harness.compile(tensors)) {
      List<double[]> found = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        found.add(joined(evaluation.run(run)));
      }
      return of(found);
    }
  }

  private static double[] joined(List<double[]> arrays) {
    return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static Moments of(List<double[]> found) {
    int size = found.get(0).length;
    double[] mean = new double[size];
    double[] variance = new double[size];
    for (int i = 0; i < size; i++) {
      int index = i;
      double average = found.stream().mapToDouble(f -> f[index]).average().orElseThrow();
      mean[i] = average;
      variance[i] =
          found.stream().mapToDouble(f -> Math.pow(f[index] - average, 2)).sum()
              / (found.size() - 1);
    }
    return new Moments(mean, variance, found.size());
  }

  /** {@return the sum of the variances of a range of the numbers} */
  double variance(int from, int to) {
    return Arrays.stream(variance, from, to).sum();
  }

  /** Fails unless all means agree with another's, up to the standard errors of both. */
  void assertSameMean(Moments other) {
    for (int i = 0; i < mean.length; i++) {
      double error = Math.sqrt(variance[i] / runs + other.variance[i] / other.runs);
      double apart = Math.abs(mean[i] - other.mean[i]);
      String what = mean[i] + " and " + other.mean[i] + " with standard error " + error;
      assertTrue(apart <= LARGEST_Z * error + 1e-12, "number " + i + ": " + what);
    }
  }
}
