package org.vaelix.core.internal.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.core.recipe.Preprocess;

/** What happens to rows between the data source and training. */
public final class Preparation {
  private Preparation() {}

  /**
   * {@return the rows with every value scaled and thresholded as asked, in the shape asked for}
   *
   * @param dataset as read
   * @param options of the recipe
   * @throws DataException if the values do not fill that shape
   */
  public static Dataset preprocess(Dataset dataset, Preprocess options) {
    if (options.equals(Preprocess.DEFAULTS)) {
      return dataset;
    }
    HostArray values = dataset.values().copy();
    for (int i = 0; i < values.shape().elements(); i++) {
      values.set(i, preprocess(values.get(i), options));
    }
    return dataset.withValues(
        options.shape().isEmpty() ? values : values.withShape(shape(dataset, options.shape())));
  }

  private static Shape shape(Dataset dataset, List<Integer> wanted) {
    int values = dataset.eventShape().elements();
    double elements = wanted.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (elements != values) {
      throw new DataException(
          String.format(
              "%s: /preprocess/shape %s is for %.0f values, and an observation has %d; change it, or"
                  + " choose other columns",
              dataset.origin(), wanted, elements, values));
    }
    int[] event = wanted.stream().mapToInt(Integer::intValue).toArray();
    return Shape.of(event).prepend(dataset.rows());
  }

  private static double preprocess(double value, Preprocess options) {
    double scaled = value * options.scale();
    if (options.threshold().isEmpty() || Double.isNaN(scaled)) {
      return scaled;
    }
    return scaled > options.threshold().get() ? 1 : 0;
  }

  /**
   * Refuses rows that a likelihood does not admit; values that are missing are admitted.
   *
   * @param raw as read, for the message
   * @param dataset preprocessed
   * @param support what is admitted at each place of a row
   * @param likelihood the likelihood's type, for the message
   * @throws DataException naming the first such value and how many there are
   */
  public static void check(
      Dataset raw, Dataset dataset, IntFunction<Support> support, String likelihood) {
    int event = dataset.eventShape().elements();
    List<Support> places = IntStream.range(0, event).mapToObj(support).toList();
    refuse(
        raw,
        dataset,
        (place, value) -> Double.isNaN(value) || places.get(place).contains(value),
        place ->
            String.format(
                "is not admitted by likelihood '%s', which needs %s",
                likelihood, places.get(place).description()),
        "mend the data, set /preprocess, or choose another likelihood");
  }

  /**
   * Refuses rows whose values do not go together.
   *
   * @param dataset preprocessed
   * @param conflict what is wrong with a row, if anything is
   * @throws DataException naming the first such row
   */
  public static void checkRows(Dataset dataset, Function<double[], Optional<String>> conflict) {
    double[] row = new double[dataset.eventShape().elements()];
    for (int r = 0; r < dataset.rows(); r++) {
      int first = r * row.length;
      Arrays.setAll(row, i -> dataset.values().get(first + i));
      String place = dataset.place(r);
      conflict
          .apply(row)
          .ifPresent(
              problem -> {
                throw new DataException(place + ": " + problem);
              });
    }
  }

  /**
   * Refuses rows of which a value is infinite, or missing where that is not allowed.
   *
   * @param raw as read, for the message
   * @param dataset preprocessed
   * @param options of the recipe
   * @throws DataException naming the first such value and how many there are
   */
  public static void checkNumbers(Dataset raw, Dataset dataset, Preprocess options) {
    refuse(
        raw,
        dataset,
        (place, value) -> Double.isFinite(value) || options.allowsMissing() && Double.isNaN(value),
        place -> "is not a finite number",
        options.allowsMissing()
            ? "replace such values, or leave their rows or columns out"
            : "replace such values, leave their rows or columns out, or, if NaN means missing, set"
                + " /preprocess/missing to \"mask\"");
  }

  /**
   * Refuses rows of which a value is missing in all that are trained on.
   *
   * @param dataset the rows
   * @param train which of them are trained on
   * @throws DataException naming the first such value
   */
  static void checkObserved(Dataset dataset, int[] train) {
    int event = dataset.eventShape().elements();
    for (int value = 0; value < event; value++) {
      int index = value;
      if (Arrays.stream(train)
          .allMatch(row -> Double.isNaN(dataset.values().get(row * event + index)))) {
        throw new DataException(
            dataset.place(train[0], value)
                + ": this value is missing in every training row; leave the column out");
      }
    }
  }

  /** Decides on the value at a place of a row. */
  private interface Test {
    boolean admits(int place, double value);
  }

  private static void refuse(
      Dataset raw, Dataset dataset, Test test, IntFunction<String> reason, String remedy) {
    HostArray values = dataset.values();
    int event = Math.max(1, dataset.eventShape().elements());
    int first = -1;
    int count = 0;
    for (int i = 0; i < values.shape().elements(); i++) {
      if (!test.admits(i % event, values.get(i))) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count > 0) {
      throw new DataException(
          String.format(
              "%s: %s %s (%d such values in all); %s",
              dataset.place(first / event, first % event),
              shown(raw.values().get(first), values.get(first)),
              reason.apply(first % event),
              count,
              remedy));
    }
  }

  /** The user knows the value as it is in the file. */
  private static String shown(double raw, double preprocessed) {
    return Double.compare(raw, preprocessed) == 0
        ? number(raw)
        : number(raw) + ", " + number(preprocessed) + " after /preprocess,";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /**
   * {@return moments of each value, which has no name, over the rows in which it was observed}
   *
   * @param values (rows, event shape…); NaN where one was not observed
   * @param rows row numbers, at least one
   */
  public static Moments moments(HostArray values, int[] rows) {
    return moments(values, List.of(), rows);
  }

  /**
   * {@return moments of each value over the rows in which it was observed}
   *
   * @param values (rows, event shape…); NaN where one was not observed
   * @param columns names of the values of an observation; empty if they have none
   * @param rows row numbers, at least one
   */
  public static Moments moments(HostArray values, List<String> columns, int[] rows) {
    int event = values.shape().dropLeading(1).elements();
    double[] mean = new double[event];
    double[] variance = new double[event];
    double[] zeros = new double[event];
    int[] observed = new int[event];
    for (int row : rows) {
      for (int i = 0; i < event; i++) {
        double value = values.get(row * event + i);
        if (!Double.isNaN(value)) {
          mean[i] += value;
          zeros[i] += value == 0 ? 1 : 0;
          observed[i]++;
        }
      }
    }
    for (int i = 0; i < event; i++) {
      mean[i] /= Math.max(1, observed[i]);
      zeros[i] /= Math.max(1, observed[i]);
    }
    for (int row : rows) {
      for (int i = 0; i < event; i++) {
        double deviation = values.get(row * event + i) - mean[i];
        if (!Double.isNaN(deviation)) {
          variance[i] += deviation * deviation / observed[i];
        }
      }
    }
    return new Moments(rows.length, mean, variance, zeros, columns);
  }
}
