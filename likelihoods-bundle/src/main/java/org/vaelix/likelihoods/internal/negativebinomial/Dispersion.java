package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.Optional;
import org.vaelix.core.part.Check;

/** What has an inverse dispersion θ of its own. */
public enum Dispersion {
  /** Nothing: one θ for all values. */
  SHARED,
  /** Each value of an observation, such as a gene. */
  PER_FEATURE,
  /** Each value of an observation in each category of a condition column. */
  PER_GROUP,
  /** Each value of each row, given by the decoder. */
  PER_VALUE;

  /** The option's description. */
  public static final String DISPERSION =
      "what has an inverse dispersion θ of its own: nothing (shared), per-feature, per-group"
          + " (feature and category), or per-value (by the decoder)";

  /** The description of the option that names the categories. */
  public static final String GROUP =
      "with per-group: the name of a category among the conditions; absent: none";

  /**
   * Checks that a category is named where it is needed, and only there.
   *
   * @param group the option
   * @throws org.vaelix.core.part.OptionException otherwise
   */
  public void check(Optional<String> group) {
    Check.that(
        this != PER_GROUP || group.isPresent(),
        "dispersion",
        "per-group needs 'group', the name of a category among the conditions");
    Check.that(
        this == PER_GROUP || group.isEmpty(), "group", "holds with dispersion per-group only");
  }
}
