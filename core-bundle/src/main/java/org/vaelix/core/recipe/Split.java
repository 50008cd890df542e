package org.vaelix.core.recipe;

import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;

/**
 * Which rows train, validate and test. Rows of one group stay together.
 *
 * @param validation fraction of the rows kept for early stopping
 * @param test fraction of the rows kept for the final score
 * @param shuffle whether rows are drawn at random by the seed; else the first rows train, the next
 *     validate and the last test
 */
public record Split(
    @Doc("fraction of the rows kept for validation and early stopping, 0 to below 1")
        double validation,
    @Doc("fraction of the rows kept for the final score, 0 to below 1") double test,
    @Doc("whether rows are drawn at random by the seed; else train first, test last")
        boolean shuffle) {
  /** A tenth each, at random. */
  public static final Split DEFAULTS = new Split(0.1, 0.1, true);

  /**
   * Checks the values.
   *
   * @param validation fraction of the rows kept for early stopping
   * @param test fraction of the rows kept for the final score
   * @param shuffle whether rows are drawn at random by the seed; else the first rows train, the
   *     next validate and the last test
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Split {
    Check.between("validation", validation, 0, 1);
    Check.between("test", test, 0, 1);
    Check.that(
        validation + test < 1,
        "test",
        "validation and test must leave rows to train on, they sum to " + (validation + test));
  }
}
