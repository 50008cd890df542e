package org.vaelix.likelihoods.internal.poisson;

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
import org.vaelix.core.random.Poisson;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.count.Exposure;
import org.vaelix.likelihoods.internal.count.LogMean;

/**
 * Independent Poisson counts whose log-rates the decoder gives.
 *
 * @param exposure what turns rates into means
 * @param first what the head's biases start from
 */
public record PoissonCounts(Exposure exposure, Moments first) implements Likelihood {
  private static final String LOG_RATE = "logRate";

  @Override
  public List<Head> heads() {
    ModelContext context = exposure.context();
    return List.of(Head.of(LOG_RATE, context.eventShape(), exposure.logRates(first)));
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return LogMean.encoderInput(values);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new PoissonDistribution(exposure.logMean(heads.get(LOG_RATE), conditions));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Tensor logRates =
        ConstantProfile.of(exposure.context(), conditions.rows(), exposure.logRates(moments));
    return new PoissonDistribution(exposure.logMean(logRates, conditions));
  }

  @Override
  public Support support() {
    return Support.COUNTS;
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] mean = parameters.get(PoissonDistribution.MEAN);
    for (int i = 0; i < values.length; i++) {
      values[i] = Poisson.sample(mean[i], random);
    }
  }
}
