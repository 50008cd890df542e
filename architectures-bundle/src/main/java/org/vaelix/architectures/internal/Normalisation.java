package org.vaelix.architectures.internal;

/** What brings the sums of a layer to a common scale before their activation. */
public enum Normalisation {
  /** Nothing. */
  NONE,
  /** All results of one row, to mean 0 and variance 1 (Ba, Kiros and Hinton 2016, equation 3). */
  LAYER,
  /** Groups of results of one row (Wu and He 2018, equation 7). */
  GROUP,
  /** Each result over the rows of a batch (Ioffe and Szegedy 2015, algorithms 1 and 2). */
  BATCH;

  /** The option's description, which is the same for all architectures. */
  public static final String NORMALISATION =
      "what comes before each activation: none; or layer, group or batch normalisation";

  /** The description of the option {@code groups}. */
  public static final String GROUPS =
      "groups of channels, or of units, for group normalisation, a divisor of all their numbers";

  /** The description of the option {@code momentum}. */
  public static final String MOMENTUM =
      "what share of a batch's mean and variance its running ones take at each step, above 0 and at"
          + " most 1; they are those of batch normalisation outside of training";

  /** The description of the option {@code epsilon}. */
  public static final String EPSILON = "what normalisation adds to a variance, above 0";
}
