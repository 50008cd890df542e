package org.vaelix.testkit;

import java.util.Arrays;
import java.util.List;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;

/** What an author says of a likelihood to the {@link LikelihoodContract}, which extends this. */
public abstract class LikelihoodUnderTest {
  /** What {@code logDensity} is the logarithm of. */
  public enum Measure {
    /** A density over real numbers, which integrates to one. */
    DENSITY,
    /** A probability of whole numbers, which sums to one. */
    MASS,
    /** Neither, such as a cross-entropy; no test of its sum is made. */
    SCORE
  }

  LikelihoodUnderTest() {}

  /**
   * {@return the likelihood under test}
   *
   * @param context whose moments are those of {@link #trainingRows}
   */
  protected abstract Likelihood create(ModelContext context);

  /** {@return what its {@code logDensity} is the logarithm of} */
  protected abstract Measure measure();

  /**
   * {@return observations that it admits, at least two rows of equal length; no value the same in
   * all rows}
   */
  protected abstract double[][] trainingRows();

  /** {@return numbers that it does not admit, beside NaN and infinity; none unless overridden} */
  protected double[] outOfSupport() {
    return new double[0];
  }

  /**
   * {@return the conditions that the likelihood's options name, made with {@link
   * PartHarness#condition}; none unless overridden}
   */
  protected List<Condition> declared() {
    return List.of();
  }

  /**
   * {@return the numbers of a declared condition in a row: {@link PartHarness#plausible} ones
   * unless overridden}
   *
   * @param condition whose numbers
   * @param row of the row
   */
  protected double[] numbers(Condition condition, int row) {
    return PartHarness.plausible(condition, row);
  }

  /**
   * {@return what is known of the rows beside their values: {@link #numbers} of the declared
   * conditions unless overridden}
   *
   * @param harness to make inputs with
   * @param rows how many
   */
  protected Conditions conditions(PartHarness harness, int rows) {
    return harness.conditions(rows, this::numbers);
  }

  /**
   * {@return whether the distribution of a value depends on the row's other values, as with a
   * library size that is the row's own sum; false unless overridden}
   */
  protected boolean seesWholeRows() {
    return false;
  }

  /** Rows that are draws of one distribution are under the same conditions. */
  final Conditions conditions(PartHarness harness, int rows, boolean alike) {
    return alike && !declared().isEmpty()
        ? harness.conditions(rows, (condition, row) -> numbers(condition, 0))
        : conditions(harness, rows);
  }

  /** {@return how far the mean and the sum may be off, relatively; 1e-6 unless overridden} */
  protected double tolerance() {
    return 1e-6;
  }

  /**
   * {@return how far another backend may be off from the reference, relative to the larger of 1 and
   * the number; 1e-4, for single precision, unless overridden}
   */
  protected double backendTolerance() {
    return 1e-4;
  }

  /** {@return how many standard deviations around the mean hold all but a negligible part; 12} */
  protected double reach() {
    return 12;
  }

  /** {@return moments of the training rows} */
  final Moments moments() {
    double[][] rows = trainingRows();
    int values = rows[0].length;
    double[] mean = new double[values];
    double[] variance = new double[values];
    double[] zeros = new double[values];
    for (int j = 0; j < values; j++) {
      int column = j;
      double[] observed = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
      mean[j] = Statistics.mean(observed);
      variance[j] = Math.pow(Statistics.standardDeviation(observed), 2);
      zeros[j] = Arrays.stream(observed).filter(value -> value == 0).count() / (double) rows.length;
    }
    return new Moments(rows.length, mean, variance, zeros, List.of());
  }
}
