package org.vaelix.architectures.internal.unet;

/** Where z enters the decoder. */
public enum Injection {
  /** At its coarsest level only. */
  BOTTLENECK,
  /** Also at each finer level, where it scales and shifts the feature maps. */
  FILM,
  /** Also at each finer level, as maps of one number each beside the feature maps. */
  CONCATENATION
}
