package org.vaelix.analysis.internal;

import java.util.Arrays;
import java.util.Map;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;

/** Numbers in rows and columns. */
public final class Table {
  private Table() {}

  /** {@return the rows of an array, what belongs to a row flattened} */
  public static double[][] rows(HostArray array) {
    double[] values = array.toDoubles();
    int rows = array.shape().size(0);
    int width = values.length / rows;
    double[][] table = new double[rows][];
    Arrays.setAll(table, i -> Arrays.copyOfRange(values, i * width, (i + 1) * width));
    return table;
  }

  /** {@return E[z | x] of each row of a subject} */
  public static double[][] codes(Subject subject) {
    return rows(
        subject
            .measure(
                (inference, given) -> Map.of("mean", inference.posterior().mean()),
                Map.of(),
                Map.of())
            .get("mean"));
  }

  /** {@return one column} */
  public static double[] column(double[][] table, int column) {
    return Arrays.stream(table).mapToDouble(row -> row[column]).toArray();
  }

  /** {@return columns as rows} */
  public static double[][] transposed(double[][] table) {
    double[][] columns = new double[table[0].length][];
    Arrays.setAll(columns, j -> column(table, j));
    return columns;
  }

  /** {@return the variance of numbers, divided by one less than how many they are} */
  public static double variance(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    return squares / (numbers.length - 1);
  }
}
