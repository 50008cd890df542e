package org.vaelix.likelihoods.internal.continuousbernoulli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.Probabilities;

/** Independent numbers from 0 to 1 whose natural parameter, ln λ/(1 − λ), the decoder gives. */
record ContinuousBernoulli(ModelContext context) implements Likelihood {
  private static final String LOGIT = "logit";

  @Override
  public List<Head> heads() {
    return List.of(Head.of(LOGIT, context.eventShape(), logits(context.moments())));
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new ContinuousBernoulliDistribution(heads.get(LOGIT));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    return new ContinuousBernoulliDistribution(
        ConstantProfile.of(context, conditions.rows(), logits(moments)));
  }

  /** Where the distribution has the means of the rows: the parameters of greatest likelihood. */
  private static double[] logits(Moments moments) {
    double smallest = ConstantProfile.smallestMean(moments);
    return Arrays.stream(Probabilities.inside(moments.mean(), smallest))
        .map(ContinuousBernoulli::logitOfMean)
        .toArray();
  }

  /** By bisection: the mean grows with l, and a mean m near 0 is that of l = −1/m. */
  private static double logitOfMean(double mean) {
    double high = 2 / Math.min(mean, 1 - mean);
    double low = -high;
    for (int i = 0; i < 100; i++) {
      double middle = 0.5 * (low + high);
      if (meanOf(middle) < mean) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** 1/(1 − e^−l) − 1/l; near 0 its series. */
  private static double meanOf(double l) {
    return Math.abs(l) < 1e-3 ? 0.5 + l / 12 : -1 / Math.expm1(-l) - 1 / l;
  }

  @Override
  public Support support() {
    return Support.UNIT_INTERVAL;
  }

  /** The inverse of the distribution function, from the end where it loses no digits. */
  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] logit = parameters.get(ContinuousBernoulliDistribution.LOGIT);
    for (int i = 0; i < values.length; i++) {
      double falling = falling(-Math.abs(logit[i]), random.nextDouble());
      values[i] = logit[i] > 0 ? 1 - falling : falling;
    }
  }

  /** x = ln(1 + u(e^l − 1))/l for l ≤ 0. */
  private static double falling(double l, double u) {
    return l > -1e-9 ? u : Math.min(1, StrictMath.log1p(u * StrictMath.expm1(l)) / l);
  }
}
