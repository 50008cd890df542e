package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.ArrayList;
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
import org.vaelix.core.random.Gamma;
import org.vaelix.core.random.Poisson;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.count.Exposure;
import org.vaelix.likelihoods.internal.count.Means;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialLikelihood.Config;

/** Independent negative binomial counts whose log-rates the decoder gives. */
final class NegativeBinomial implements Likelihood {
  private static final String LOG_RATE = "logRate";

  private final ModelContext context;
  private final Exposure exposure;
  private final InverseDispersion inverseDispersion;

  NegativeBinomial(Config config, ModelContext context) {
    this.context = context;
    this.exposure = config.exposure();
    this.inverseDispersion = new InverseDispersion(config.dispersion(), config.group(), context);
  }

  @Override
  public List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(LOG_RATE, context.eventShape(), logRates(context.moments())));
    heads.addAll(inverseDispersion.heads());
    return heads;
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new NegativeBinomialDistribution(
        exposure.logMean(heads.get(LOG_RATE), conditions, context),
        inverseDispersion.given(heads, conditions));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    int rows = conditions.rows();
    Tensor logRates = ConstantProfile.of(context, rows, logRates(moments));
    return new NegativeBinomialDistribution(
        exposure.logMean(logRates, conditions, context),
        inverseDispersion.ofNullModel(moments, rows));
  }

  private double[] logRates(Moments moments) {
    double typical = exposure.typicalLog(moments);
    return Arrays.stream(Means.logs(moments)).map(logMean -> logMean - typical).toArray();
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
