package org.vaelix.architectures.internal.mlp;

/** Where z enters the decoder. */
public enum Injection {
  /** At its input only. */
  INPUT,
  /** Also beside what each further layer and each head reads (Dieng et al. 2019, section 3). */
  CONCATENATION
}
