package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

/**
 * Counts of which a share, whose log-odds the decoder gives, became 0.
 *
 * @param counts the likelihood without dropout, started from moments without it
 * @param dropout π of each value of an observation, from moments
 * @param context of the likelihood
 */
record ZeroInflated(Likelihood counts, Function<Moments, double[]> dropout, ModelContext context)
    implements Likelihood {
  private static final String LOGIT = "dropoutLogit";

  /** {@return such a likelihood} */
  static ZeroInflated of(
      Function<Moments, Likelihood> counts,
      Function<Moments, double[]> dropout,
      ModelContext context) {
    Moments moments = context.moments();
    Moments without = Dropout.without(dropout.apply(moments), moments);
    return new ZeroInflated(counts.apply(without), dropout, context);
  }

  @Override
  public List<Head> heads() {
    List<Head> heads = new ArrayList<>(counts.heads());
    heads.add(Head.of(LOGIT, context.eventShape(), logits(context.moments())));
    return heads;
  }

  private double[] logits(Moments moments) {
    return Probabilities.logOdds(dropout.apply(moments));
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return counts.encoderInput(values);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new ZeroInflatedDistribution(counts.given(heads, conditions), heads.get(LOGIT));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Moments without = Dropout.without(dropout.apply(moments), moments);
    return new ZeroInflatedDistribution(
        counts.nullModel(without, conditions),
        ConstantProfile.of(context, conditions.rows(), logits(moments)));
  }

  @Override
  public Support support() {
    return Support.COUNTS;
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    counts.sample(parameters, values, random);
    ZeroMixture.sample(parameters.get(ZeroInflatedDistribution.DROPOUT), values, random);
  }
}
