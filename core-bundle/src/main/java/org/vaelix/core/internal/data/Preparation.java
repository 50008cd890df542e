package org.vaelix.core.internal.data;

import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.core.recipe.Preprocess;

/** What happens to rows between the data source and training. */
public final class Preparation {
  private Preparation() {}

  /**
   * {@return the rows with every value scaled and thresholded as asked}
   *
   * @param dataset as read
   * @param options of the recipe
   */
  public static Dataset preprocess(Dataset dataset, Preprocess options) {
    if (options.equals(Preprocess.DEFAULTS)) {
      return dataset;
    }
    HostArray values = dataset.values().copy();
    for (int i = 0; i < values.shape().elements(); i++) {
      values.set(i, preprocess(values.get(i), options));
    }
    return new Dataset(
        dataset.origin(),
        values,
        dataset.columns(),
        dataset.firstRow(),
        dataset.groups(),
        dataset.truth());
  }

  private static double preprocess(double value, Preprocess options) {
    double scaled = value * options.scale();
    if (options.threshold().isEmpty() || Double.isNaN(scaled)) {
      return scaled;
    }
    return scaled > options.threshold().get() ? 1 : 0;
  }

  /**
   * Refuses rows that a likelihood does not admit.
   *
   * @param dataset preprocessed
   * @param support what is admitted
   * @param likelihood the likelihood's type, for the message
   * @throws DataException naming the first such value and how many there are
   */
  public static void check(Dataset dataset, Support support, String likelihood) {
    String reason =
        String.format(
            "is not admitted by likelihood '%s', which needs %s",
            likelihood, support.description());
    refuse(
        dataset, support, reason, "mend the data, set /preprocess, or choose another likelihood");
  }

  /**
   * Refuses rows of which a value is missing or infinite.
   *
   * @param dataset preprocessed
   * @throws DataException naming the first such value and how many there are
   */
  public static void checkNumbers(Dataset dataset) {
    refuse(
        dataset,
        Support.REAL,
        "is not a finite number",
        "replace such values, or leave their rows or columns out");
  }

  private static void refuse(Dataset dataset, Support support, String reason, String remedy) {
    HostArray values = dataset.values();
    int first = -1;
    int count = 0;
    for (int i = 0; i < values.shape().elements(); i++) {
      if (!support.contains(values.get(i))) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count > 0) {
      int event = Math.max(1, dataset.eventShape().elements());
      throw new DataException(
          String.format(
              "%s: %s %s (%d such values in all); %s",
              dataset.place(first / event, first % event),
              number(values.get(first)),
              reason,
              count,
              remedy));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /**
   * {@return mean and variance of each value over some rows}
   *
   * @param values (rows, event shape…)
   * @param rows row numbers, at least one
   */
  public static Moments moments(HostArray values, int[] rows) {
    int event = values.shape().dropLeading(1).elements();
    double[] mean = new double[event];
    double[] variance = new double[event];
    for (int row : rows) {
      for (int i = 0; i < event; i++) {
        mean[i] += values.get(row * event + i);
      }
    }
    for (int i = 0; i < event; i++) {
      mean[i] /= rows.length;
    }
    for (int row : rows) {
      for (int i = 0; i < event; i++) {
        double deviation = values.get(row * event + i) - mean[i];
        variance[i] += deviation * deviation / rows.length;
      }
    }
    return new Moments(rows.length, mean, variance);
  }
}
