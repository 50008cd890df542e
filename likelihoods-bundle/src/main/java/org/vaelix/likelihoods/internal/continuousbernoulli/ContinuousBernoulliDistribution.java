package org.vaelix.likelihoods.internal.continuousbernoulli;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * The continuous Bernoulli distribution for each value. With h = l/2 its density is
 *
 * <pre>
 * ln p(x) = l(x − ½) − ln (sinh h)/h
 * </pre>
 *
 * Both numbers that the authors divide are 0 at λ = ½, that is l = 0; near there, where |h| &lt;
 * 0.3, the last term and its derivatives are their power series.
 *
 * @param logit l, (rows, event shape…)
 */
record ContinuousBernoulliDistribution(Tensor logit) implements ConditionalDistribution {
  static final String LOGIT = "logit";

  private static final double NEAR = 0.3;

  /** Of ln (sinh h)/h, of its derivative by h, divided by h, and of its second: powers of h². */
  private static final double[] VALUE = {
    0, 1.0 / 6, -1.0 / 180, 1.0 / 2835, -1.0 / 37800, 1.0 / 467775, -691.0 / 3831077250.0
  };

  private static final double[] FIRST = derivative(VALUE);
  private static final double[] SECOND = secondDerivative(VALUE);

  /** Of Σ a_n h^2n by h, divided by h: Σ 2n·a_n h^(2n − 2). */
  private static double[] derivative(double[] series) {
    double[] result = new double[series.length - 1];
    for (int n = 1; n < series.length; n++) {
      result[n - 1] = 2 * n * series[n];
    }
    return result;
  }

  /** Of Σ a_n h^2n twice by h: Σ 2n(2n − 1)·a_n h^(2n − 2). */
  private static double[] secondDerivative(double[] series) {
    double[] result = derivative(series);
    for (int n = 1; n < series.length; n++) {
      result[n - 1] *= 2 * n - 1;
    }
    return result;
  }

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor normaliser =
        apart(square -> series(VALUE, square), ContinuousBernoulliDistribution::logSinhRatio);
    return logit.multiply(values.subtract(0.5)).subtract(normaliser);
  }

  /** ½ + h·f′(h)/2h, with f = ln (sinh h)/h. */
  @Override
  public Tensor mean() {
    Tensor slope = apart(square -> series(FIRST, square), h -> cothLessInverse(h).divide(h));
    return slope.multiply(logit).multiply(0.25).add(0.5);
  }

  /** ¼ f″(h). */
  @Override
  public Tensor variance() {
    Tensor curvature =
        apart(square -> series(SECOND, square), ContinuousBernoulliDistribution::inverseLessSinh);
    return curvature.multiply(0.25);
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(LOGIT, logit);
  }

  /**
   * An even function of h, by one formula of h² near 0 and another of |h| elsewhere. Each is kept
   * from where it is not used, since what it is there would spoil the gradient.
   */
  private Tensor apart(UnaryOperator<Tensor> near, UnaryOperator<Tensor> far) {
    Tensor h = logit.multiply(0.5).abs();
    Tensor isFar = h.greater(NEAR);
    Tensor ofNear = near.apply(h.minimum(NEAR).square());
    return isFar.select(far.apply(h.maximum(NEAR)), ofNear);
  }

  private static Tensor series(double[] coefficients, Tensor square) {
    int last = coefficients.length - 1;
    Tensor sum = square.graph().constant(coefficients[last]);
    for (int n = last - 1; n >= 0; n--) {
      sum = sum.multiply(square).add(coefficients[n]);
    }
    return sum;
  }

  /** ln (sinh h)/h = h + ln((1 − e^−2h)/2h). */
  private static Tensor logSinhRatio(Tensor h) {
    Tensor twice = h.multiply(2);
    return h.add(twice.negate().expm1().negate().divide(twice).log());
  }

  /** coth h − 1/h, with coth h = 1 + 2e^−2h/(1 − e^−2h). */
  private static Tensor cothLessInverse(Tensor h) {
    Tensor twice = h.multiply(-2);
    Tensor coth = twice.exp().multiply(-2).divide(twice.expm1()).add(1);
    return coth.subtract(h.graph().constant(1).divide(h));
  }

  /** 1/h² − 1/sinh² h, with sinh² h = (1 − e^−2h)²/4e^−2h. */
  private static Tensor inverseLessSinh(Tensor h) {
    Tensor twice = h.multiply(-2);
    Tensor inverseSinh = twice.exp().multiply(4).divide(twice.expm1().square());
    return h.graph().constant(1).divide(h.square()).subtract(inverseSinh);
  }
}
