package org.vaelix.priors.internal.studentt;

import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;

/**
 * Student's t distribution with ν degrees of freedom and scale s in each dimension. It knows no
 * closed form of a KL.
 *
 * @param nu ν
 * @param scale s
 * @param context of the trace
 */
record StudentT(double nu, double scale, ModelContext context) implements Prior {
  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    double constant = logGammaRatio(nu / 2) - 0.5 * Math.log(nu * Math.PI) - Math.log(scale);
    Tensor squared = z.divide(scale).square().divide(nu);
    return squared.log1p().multiply(-(nu + 1) / 2).add(constant);
  }

  /**
   * s·√(ν·(u^(−2/ν) − 1))·cos 2πv with u and v uniform: the polar method of Bailey 1994, exact for
   * any ν.
   */
  @Override
  public Tensor sample(Conditions conditions) {
    Shape shape = Shape.of(conditions.rows(), context.latentSize());
    Tensor u = context.uniform("radius", shape);
    Tensor angle = context.uniform("angle", shape).multiply(2 * Math.PI);
    Tensor radius = u.log().multiply(-2 / nu).expm1().multiply(nu).sqrt();
    return radius.multiply(angle.cos()).multiply(scale);
  }

  /**
   * ln Γ(x + ½) − ln Γ(x) without the cancellation of two large numbers: Γ(x + 1) = x·Γ(x) up to x
   * ≥ 30, then the asymptotic series (NIST Digital Library of Mathematical Functions, 5.11.13),
   * whose next term is below 1e-15 there.
   */
  static double logGammaRatio(double x) {
    double steps = 0;
    double y = x;
    for (; y < 30; y++) {
      steps += Math.log(y / (y + 0.5));
    }
    double r = 1 / (y * y);
    double series = -1.0 / 8 + r * (1.0 / 192 + r * (-1.0 / 640 + r * 17.0 / 14336));
    return 0.5 * Math.log(y) + series / y + steps;
  }
}
