package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.ArrayList;
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
import org.vaelix.core.random.Gamma;
import org.vaelix.core.random.Poisson;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.count.Exposure;
import org.vaelix.likelihoods.internal.count.LogMean;

/**
 * Independent negative binomial counts whose log-rates the decoder gives.
 *
 * @param exposure what turns rates into means
 * @param inverseDispersion where θ comes from
 * @param first what the heads' biases and θ start from
 */
public record NegativeBinomial(
    Exposure exposure, InverseDispersion inverseDispersion, Moments first) implements Likelihood {
  private static final String LOG_RATE = "logRate";

  @Override
  public List<Head> heads() {
    ModelContext context = exposure.context();
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(LOG_RATE, context.eventShape(), exposure.logRates(first)));
    heads.addAll(inverseDispersion.heads(first));
    return heads;
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return LogMean.encoderInput(values);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new NegativeBinomialDistribution(
        exposure.logMean(heads.get(LOG_RATE), conditions),
        inverseDispersion.given(heads, conditions, first));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    int rows = conditions.rows();
    Tensor logRates = ConstantProfile.of(exposure.context(), rows, exposure.logRates(moments));
    return new NegativeBinomialDistribution(
        exposure.logMean(logRates, conditions), inverseDispersion.ofNullModel(moments, rows));
  }

  @Override
  public Support support() {
    return Support.COUNTS;
  }

  /** A Poisson count whose mean is drawn from a gamma distribution of shape θ and mean μ. */
  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] mean = parameters.get(NegativeBinomialDistribution.MEAN);
    double[] theta = parameters.get(NegativeBinomialDistribution.INVERSE_DISPERSION);
    for (int i = 0; i < values.length; i++) {
      values[i] = Poisson.sample(Gamma.sample(theta[i], random) * mean[i] / theta[i], random);
    }
  }
}
