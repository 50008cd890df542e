package org.vaelix.likelihoods.internal.scale;

/** Which scales of a likelihood are learned. */
public enum Learn {
  /** None: the scale is fixed. */
  NONE,
  /** One for all values. */
  SHARED,
  /** One for each value of an observation. */
  PER_FEATURE,
  /** One for each value of each row, given by the decoder. */
  PER_VALUE;

  /** The option's description, which is the same for all likelihoods with a scale. */
  public static final String LEARN =
      "which scales are learned: none, shared, per-feature, or per-value (by the decoder)";
}
