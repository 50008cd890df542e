package org.vaelix.core.internal.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vaelix.core.backend.HostArray;

/** Weighted sums of measures over rows, from which means follow. */
public final class MeasureSums {
  private final Map<String, double[]> sums = new TreeMap<>();
  private double weight;

  /**
   * Adds the rows of a batch.
   *
   * @param rows one number or vector for each row, by name
   * @param weights of the rows
   */
  void add(Map<String, HostArray> rows, HostArray weights) {
    rows.forEach((name, values) -> add(name, values, weights));
    for (int row = 0; row < weights.shape().elements(); row++) {
      weight += weights.get(row);
    }
  }

  private void add(String name, HostArray values, HostArray weights) {
    int count = weights.shape().elements();
    int size = values.shape().elements() / count;
    double[] sum = sums.computeIfAbsent(name, n -> new double[size]);
    for (int row = 0; row < count; row++) {
      double factor = weights.get(row);
      // A row of weight 0 fills up the batch and counts for nothing, not even with its NaN.
      for (int i = 0; factor != 0 && i < size; i++) {
        sum[i] += factor * values.get(row * size + i);
      }
    }
  }

  /** The means over the rows, by name. */
  Map<String, double[]> means() {
    Map<String, double[]> means = new LinkedHashMap<>();
    sums.forEach((name, sum) -> means.put(name, divided(sum)));
    return means;
  }

  private double[] divided(double[] sum) {
    double[] mean = new double[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = sum[i] / weight;
    }
    return mean;
  }

  /** The means of measures that are one number for each row. */
  static Map<String, Double> scalars(Map<String, double[]> means) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    means.forEach(
        (name, mean) -> {
          if (mean.length == 1) {
            scalars.put(name, mean[0]);
          }
        });
    return scalars;
  }

  Map<String, double[]> sums() {
    return sums;
  }

  double weight() {
    return weight;
  }

  /** {@return whether measures of these widths, by name, can be added to what is there} */
  boolean fits(Map<String, Integer> widths) {
    Map<String, Integer> own = new TreeMap<>();
    sums.forEach((name, sum) -> own.put(name, sum.length));
    return own.isEmpty() || own.equals(widths);
  }

  /** Goes on from sums that were kept. */
  void restore(Map<String, double[]> keptSums, double keptWeight) {
    sums.clear();
    sums.putAll(keptSums);
    weight = keptWeight;
  }
}
