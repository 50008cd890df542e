package org.vaelix.likelihoods.internal.binomial;

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
import org.vaelix.likelihoods.internal.count.Exposure;

/** Independent numbers of successes whose log-odds the decoder gives. */
record Binomial(BinomialLikelihood.Config config, ModelContext context) implements Likelihood {
  private static final String LOGIT = "logit";

  @Override
  public List<Head> heads() {
    return List.of(Head.of(LOGIT, context.eventShape(), logits(context.moments())));
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    Tensor logit = heads.get(LOGIT);
    return new BinomialDistribution(trials(conditions, logit), logit);
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Tensor logit = ConstantProfile.of(context, conditions.rows(), logits(moments));
    return new BinomialDistribution(trials(conditions, logit), logit);
  }

  private Tensor trials(Conditions conditions, Tensor logit) {
    return config
        .trialsOf()
        .map(name -> Exposure.perRow(conditions.column(name), logit))
        .orElseGet(() -> context.graph().constant(config.trials()));
  }

  /** The log-odds of the mean shares, which are the probabilities of greatest likelihood. */
  private double[] logits(Moments moments) {
    double trials =
        config
            .trialsOf()
            .map(name -> context.condition("trialsOf", name).mean()[0])
            .orElse((double) config.trials());
    double smallest = ConstantProfile.smallestMean(moments) / trials;
    double[] shares = Arrays.stream(moments.mean()).map(mean -> mean / trials).toArray();
    return Probabilities.logOdds(Probabilities.inside(shares, smallest));
  }

  /** How many trials a row had is not known here; more successes than that have ln p = −∞. */
  @Override
  public Support support() {
    int trials = config.trials();
    return config.trialsOf().isPresent()
        ? Support.COUNTS
        : new Support(
            "whole numbers from 0 to " + trials, v -> Support.COUNTS.contains(v) && v <= trials);
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] probability = parameters.get(BinomialDistribution.PROBABILITY);
    double[] trials = parameters.get(BinomialDistribution.TRIALS);
    for (int i = 0; i < values.length; i++) {
      values[i] = successes(trials[i], probability[i], random);
    }
  }

  private static double successes(double trials, double probability, RandomGenerator random) {
    double successes = 0;
    for (int t = 0; t < trials; t++) {
      successes += random.nextDouble() < probability ? 1 : 0;
    }
    return successes;
  }
}
