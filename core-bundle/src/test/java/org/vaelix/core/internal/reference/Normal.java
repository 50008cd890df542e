package org.vaelix.core.internal.reference;

/** The normal distribution, for tests of noise. */
public final class Normal {
  private Normal() {}

  /** {@return Φ(x) = (1 + erf(x/√2))/2} */
  public static double distribution(double x) {
    return (1 + ErrorFunction.erf(x / Math.sqrt(2))) / 2;
  }
}
