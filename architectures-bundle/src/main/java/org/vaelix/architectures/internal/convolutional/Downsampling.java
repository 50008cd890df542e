package org.vaelix.architectures.internal.convolutional;

/** How a level comes to half the size of the one before. */
public enum Downsampling {
  /** A convolution with a stride of 2 (Springenberg et al. 2015). */
  STRIDED,
  /** A convolution, then the largest of 2 × 2. */
  MAX,
  /** A convolution, then the mean of 2 × 2. */
  AVERAGE
}
