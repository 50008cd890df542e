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
 * Positive values of which a share, whose log-odds the decoder gives, is 0. Unlike dropout of
 * counts it can be seen, so that the null model's share is that of the training rows.
 *
 * @param positives the likelihood of values that are not 0, started from their moments
 * @param context of the likelihood
 */
record ZeroInflatedGamma(Likelihood positives, ModelContext context) implements Likelihood {
  private static final String LOGIT = "zeroLogit";
  private static final Support SUPPORT = new Support("numbers from 0", v -> v >= 0);

  /** {@return such a likelihood} */
  static ZeroInflatedGamma of(Function<Moments, Likelihood> positives, ModelContext context) {
    return new ZeroInflatedGamma(positives.apply(ofPositives(context.moments())), context);
  }

  private static Moments ofPositives(Moments moments) {
    return Dropout.without(shares(moments), moments);
  }

  /** What no training row shows is taken to be rare, not impossible. */
  private static double[] shares(Moments moments) {
    return Probabilities.inside(moments.zeros(), ConstantProfile.smallestMean(moments));
  }

  private static double[] logits(Moments moments) {
    return Probabilities.logOdds(shares(moments));
  }

  @Override
  public List<Head> heads() {
    List<Head> heads = new ArrayList<>(positives.heads());
    heads.add(Head.of(LOGIT, context.eventShape(), logits(context.moments())));
    return heads;
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return positives.encoderInput(values);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new ZeroOrPositive(positives.given(heads, conditions), heads.get(LOGIT));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    return new ZeroOrPositive(
        positives.nullModel(ofPositives(moments), conditions),
        ConstantProfile.of(context, conditions.rows(), logits(moments)));
  }

  @Override
  public Support support() {
    return SUPPORT;
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    positives.sample(parameters, values, random);
    ZeroMixture.sample(parameters.get(ZeroOrPositive.ZERO), values, random);
  }
}
