package org.vaelix.architectures.internal.unet;

/**
 * What becomes of an encoder's feature maps on their way to the decoder's level of the same size.
 */
public enum Skip {
  /** They do not get there. */
  NONE,
  /** They get there as they are. */
  PLAIN,
  /**
   * Through gates that z opens, and with a shift that z gives; in training a row's are left out
   * with a probability.
   */
  FILM,
  /** As they are, but in training a row's are all left out with a probability. */
  DROPPED,
  /** Through latent variables of their own. */
  VARIATIONAL
}
