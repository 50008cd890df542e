package org.vaelix.likelihoods.internal.count;

import java.util.Arrays;
import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;

/**
 * What turns a rate into the mean of a count: mean = rate · bin width · library size. The library
 * size of a row is 1, an exposure among its conditions, or the sum of the row's own counts as in
 * scvi-tools (Lopez et al. 2018).
 *
 * @param binWidth Δ, in seconds
 * @param library a condition's name, or {@link #OBSERVED}; absent for 1
 * @param context of the likelihood
 */
public record Exposure(double binWidth, Optional<String> library, ModelContext context) {
  /** The library size is the row's own sum. */
  public static final String OBSERVED = "observed";

  /** The option's description, which is the same for all counts. */
  public static final String LIBRARY =
      "library size, which multiplies a row's rates: the name of an exposure among the conditions,"
          + " or 'observed' for the row's own sum; absent: 1";

  /** The option's description, which is the same for all counts. */
  public static final String BIN_WIDTH =
      "exposure Δ > 0 of each count in seconds; rates are per second. 1 means rates per count";

  /**
   * Checks that there is such a condition.
   *
   * @throws org.vaelix.core.part.OptionException if there is none, or it is no exposure
   */
  public Exposure {
    if (library.isPresent() && !library.get().equals(OBSERVED)) {
      context.condition("library", library.get()).require("library", Condition.Kind.EXPOSURE);
    }
  }

  /**
   * {@return the log-rates at which each mean count is that of the training rows: what biases and
   * null models start from. They are the ones of greatest likelihood where that asks for no more
   * than the totals.}
   *
   * @param moments of the training rows
   */
  public double[] logRates(Moments moments) {
    double typical = Math.log(binWidth * typicalLibrary(moments));
    return Arrays.stream(Means.logs(moments)).map(logMean -> logMean - typical).toArray();
  }

  private double typicalLibrary(Moments moments) {
    if (library.isEmpty()) {
      return 1;
    }
    return isObserved()
        ? Math.max(1, Arrays.stream(moments.mean()).sum())
        : context.condition("library", library.get()).mean()[0];
  }

  private boolean isObserved() {
    return library.equals(Optional.of(OBSERVED));
  }

  /**
   * {@return the log-means of rows}
   *
   * @param logRate ln of the rate per second and unit of library size, (rows, event shape…)
   * @param conditions of the rows
   */
  public LogMean logMean(Tensor logRate, Conditions conditions) {
    Tensor perBin = binWidth == 1 ? logRate : logRate.add(Math.log(binWidth));
    if (library.isEmpty()) {
      return LogMean.of(perBin);
    }
    if (isObserved()) {
      double typical = Math.log(typicalLibrary(context.moments()));
      return new LogMean(perBin.add(typical), Optional.of(perBin));
    }
    Tensor size = conditions.column(library.get());
    return LogMean.of(perBin.add(perRow(size.log(), perBin)));
  }

  /** {@return one number for each row, with axes of size 1 for each axis of an observation} */
  public static Tensor perRow(Tensor numbers, Tensor values) {
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
