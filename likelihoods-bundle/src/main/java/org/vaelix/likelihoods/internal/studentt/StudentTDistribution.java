package org.vaelix.likelihoods.internal.studentt;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.likelihoods.internal.count.Stirling;

/**
 * Student's t distribution for each value.
 *
 * @param nu degrees of freedom ν, a scalar above 2
 * @param mean μ, (rows, event shape…)
 * @param logScale ln s, broadcastable to that
 */
record StudentTDistribution(Tensor nu, Tensor mean, Tensor logScale)
    implements ConditionalDistribution {
  static final String MEAN = "mean";
  static final String SCALE = "scale";
  static final String DEGREES_OF_FREEDOM = "degreesOfFreedom";

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor standardised = values.subtract(mean).multiply(logScale.negate().exp());
    Tensor tail = standardised.square().divide(nu).log1p().multiply(nu.add(1).multiply(-0.5));
    Tensor constant = logGammaRatio().subtract(nu.multiply(Math.PI).log().multiply(0.5));
    return tail.add(constant).subtract(logScale);
  }

  /**
   * ln Γ(a + ½) − ln Γ(a) with a = ν/2 from Stirling's formula, off by 1.6·10⁻⁷: in single
   * precision a difference of two ln Γ would lose what is left of two large numbers.
   */
  private Tensor logGammaRatio() {
    Tensor a = nu.multiply(0.5);
    Tensor above = a.add(0.5);
    Tensor ofPowers =
        a.multiply(nu.graph().constant(1).divide(nu).log1p())
            .add(above.log().multiply(0.5))
            .subtract(0.5);
    Tensor remainders = Stirling.lowered(above).divide(Stirling.lowered(a));
    return ofPowers.subtract(remainders.log().multiply(0.5));
  }

  @Override
  public Tensor variance() {
    return logScale.multiply(2).exp().multiply(nu).divide(nu.subtract(2));
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(MEAN, mean, SCALE, logScale.exp(), DEGREES_OF_FREEDOM, nu);
  }
}
