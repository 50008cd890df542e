package org.vaelix.architectures.internal.maps;

/** What brings feature maps to a common scale before their activation. */
public enum Normalisation {
  /** Nothing. */
  NONE,
  /** Groups of maps of one row, to mean 0 and variance 1 (Wu and He 2018, equation 7). */
  GROUP
}
