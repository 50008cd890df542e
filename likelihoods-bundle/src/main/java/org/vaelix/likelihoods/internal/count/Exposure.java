package org.vaelix.likelihoods.internal.count;

import java.util.Arrays;
import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.Check;

/**
 * What turns a rate into the mean of a count: mean = rate · bin width · library size. The library
 * size of a row is 1, a column of its conditions, or the sum of the row's own counts as in
 * scvi-tools (Lopez et al. 2018).
 *
 * @param binWidth Δ, in seconds
 * @param library a condition column's name, or {@link #OBSERVED}; absent for 1
 * @param meanLibrary the mean of the column over the training rows; absent for the mean row sum
 */
public record Exposure(double binWidth, Optional<String> library, Optional<Double> meanLibrary) {
  /** The library size is the row's own sum. */
  public static final String OBSERVED = "observed";

  /** Below this a library size is taken to be this, so that its logarithm is finite. */
  private static final double SMALLEST_LIBRARY = 1e-6;

  /**
   * Checks the options, which are named as here.
   *
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Exposure {
    Check.positive("binWidth", binWidth);
    meanLibrary.ifPresent(mean -> Check.positive("meanLibrary", mean));
    Check.that(
        library.isPresent() || meanLibrary.isEmpty(),
        "meanLibrary",
        "needs 'library', the column whose mean it is");
  }

  /** {@return ln of the exposure of a typical training row, with which biases and means start} */
  public double typicalLog(Moments moments) {
    if (library.isEmpty()) {
      return Math.log(binWidth);
    }
    double rowSum = Arrays.stream(moments.mean()).sum();
    return Math.log(binWidth * meanLibrary.orElse(Math.max(rowSum, SMALLEST_LIBRARY)));
  }

  /**
   * {@return the log-means of rows}
   *
   * @param logRate ln of the rate per unit of exposure, (rows, event shape…)
   * @param conditions of the rows
   * @param context of the likelihood
   */
  public LogMean logMean(Tensor logRate, Conditions conditions, ModelContext context) {
    if (library.isEmpty()) {
      return new LogMean(plus(logRate, Math.log(binWidth)), Optional.empty());
    }
    if (library.get().equals(OBSERVED)) {
      Tensor typical = logRate.add(typicalLog(context.moments()));
      return new LogMean(typical, Optional.of(plus(logRate, Math.log(binWidth))));
    }
    Tensor column = column(library.get(), conditions);
    Tensor perRow =
        perRow(plus(column.maximum(SMALLEST_LIBRARY).log(), Math.log(binWidth)), logRate);
    return new LogMean(logRate.add(perRow), Optional.empty());
  }

  private static Tensor plus(Tensor tensor, double number) {
    return number == 0 ? tensor : tensor.add(number);
  }

  private static Tensor column(String name, Conditions conditions) {
    Tensor column = conditions.columns().get(name);
    if (column == null) {
      throw new ModelException(
          "'library' names the condition column '"
              + name
              + "', which the data do not have; there are: "
              + conditions.columns().keySet());
    }
    if (column.shape().size(1) != 1) {
      throw new ModelException(
          "'library' needs one number for each row, but the condition column '"
              + name
              + "' has "
              + column.shape().size(1));
    }
    return column;
  }

  /** (rows, 1) or (rows,) with axes of size 1 for each axis of the values. */
  static Tensor perRow(Tensor numbers, Tensor values) {
    int[] sizes = new int[values.shape().rank()];
    Arrays.fill(sizes, 1);
    sizes[0] = values.shape().size(0);
    return numbers.reshape(sizes);
  }

  /** ln of each row's sum, at least 0: a row without any count has the exposure of one. */
  static Tensor logRowSum(Tensor values) {
    return perRow(Functions.flatten(values).sum(1).maximum(1).log(), values);
  }
}
