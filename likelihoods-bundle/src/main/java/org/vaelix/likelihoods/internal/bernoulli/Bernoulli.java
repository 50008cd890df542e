package org.vaelix.likelihoods.internal.bernoulli;

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

/** Independent 0s and 1s whose log-odds the decoder gives. */
record Bernoulli(BernoulliLikelihood.Config config, ModelContext context) implements Likelihood {
  private static final String LOGIT = "logit";

  @Override
  public List<Head> heads() {
    return List.of(Head.of(LOGIT, context.eventShape(), logits(context.moments())));
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new BernoulliDistribution(heads.get(LOGIT));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    return new BernoulliDistribution(
        ConstantProfile.of(context, conditions.rows(), logits(moments)));
  }

  /** The log-odds of the means, which are the probabilities of greatest likelihood. */
  private static double[] logits(Moments moments) {
    double smallest = ConstantProfile.smallestMean(moments);
    return Probabilities.logOdds(Probabilities.inside(moments.mean(), smallest));
  }

  @Override
  public Support support() {
    return config.fractional() ? Support.UNIT_INTERVAL : Support.BINARY;
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] probability = parameters.get(BernoulliDistribution.PROBABILITY);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < probability[i] ? 1 : 0;
    }
  }
}
