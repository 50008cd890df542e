package org.vaelix.likelihoods.internal.negativebinomial;

/** What has an inverse dispersion θ of its own. */
public enum Dispersion {
  /** Nothing: one θ for all values. */
  SHARED,
  /** Each value of an observation, such as a gene. */
  PER_FEATURE,
  /** Each value of an observation in each category of a condition column. */
  PER_GROUP,
  /** Each value of each row, given by the decoder. */
  PER_VALUE
}
