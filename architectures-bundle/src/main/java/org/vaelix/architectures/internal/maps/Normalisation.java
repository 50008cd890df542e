package org.vaelix.architectures.internal.maps;

import org.vaelix.core.part.Check;

/** What brings feature maps to a common scale before their activation. */
public enum Normalisation {
  /** Nothing. */
  NONE,
  /** Groups of maps of one row, to mean 0 and variance 1 (Wu and He 2018, equation 7). */
  GROUP;

  /** The option's description, which is the same for all architectures. */
  public static final String NORMALISATION =
      "what comes before each activation: none, or group normalisation";

  /** The description of the option {@code groups}. */
  public static final String GROUPS =
      "groups of channels for group normalisation, a divisor of all numbers of channels";

  /**
   * Checks the option {@code groups}.
   *
   * @param groups at least 1
   * @param width a number of channels, which they must divide
   */
  public void checkGroups(int groups, int width) {
    Check.that(
        this != GROUP || width % groups == 0,
        "groups",
        "must divide " + width + " channels, got " + groups);
  }
}
