package org.vaelix.core.model;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.Check;

/**
 * Keeps what a network says within bounds without ever stopping its gradient: nearly the identity
 * well inside, levelling off towards the bounds, {@code low + softplus(high − softplus(high − x) −
 * low)} (Chua et al. 2018, appendix A.1). For log-variances and log-rates, whose exponentials
 * overflow.
 *
 * @param low the bound that is approached as x falls
 * @param high the bound that is approached as x grows, up to e^−(high − low)
 */
public record SoftBounds(double low, double high) {
  /**
   * Checks the values.
   *
   * @param low the bound that is approached as x falls
   * @param high the bound that is approached as x grows, up to e^−(high − low)
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public SoftBounds {
    Check.that(low < high, "high", "must be above " + low + ", got " + high);
  }

  /**
   * {@return x within the bounds}
   *
   * @param x any numbers
   */
  public Tensor apply(Tensor x) {
    Tensor capped = x.negate().add(high).softplus().negate().add(high);
    return capped.subtract(low).softplus().add(low);
  }

  /**
   * {@return the x that {@link #apply} takes to a value; what a bias starts at so that the bounded
   * result starts at that value}
   *
   * @param value between the bounds; what lies outside is moved just inside
   */
  public double inverse(double value) {
    double margin = 1e-3 * (high - low);
    double inside = Math.min(Math.max(value, low + margin), high - margin);
    double capped = low + inverseSoftplus(inside - low);
    return high - inverseSoftplus(high - capped);
  }

  /** ln(e^y − 1), written so that large y do not overflow. */
  private static double inverseSoftplus(double y) {
    return y + Math.log(-Math.expm1(-y));
  }
}
