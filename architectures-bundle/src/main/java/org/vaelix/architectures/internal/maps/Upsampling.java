package org.vaelix.architectures.internal.maps;

/** How feature maps get back to twice the resolution. */
public enum Upsampling {
  /** A transposed convolution with stride 2 and windows of 2 × 2 that do not overlap. */
  TRANSPOSED,
  /** Each value is repeated, then a convolution of 3 × 3 (Odena et al. 2016). */
  NEAREST
}
