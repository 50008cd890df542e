package org.vaelix.likelihoods.internal.poisson;

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
import org.vaelix.core.random.Poisson;
import org.vaelix.likelihoods.internal.ConstantProfile;

/** Independent Poisson counts whose log-rates per second the decoder gives. */
record PoissonCounts(PoissonLikelihood.Config config, ModelContext context) implements Likelihood {
  private static final String LOG_RATE = "logRate";

  /**
   * The log-mean levels off towards 20, that is 4.9·10⁸ events in a bin, so that no step of a
   * network can overflow single precision.
   */
  private static final double LARGEST_LOG_MEAN = 20;

  @Override
  public List<Head> heads() {
    double logWidth = Math.log(config.binWidth());
    double[] biases =
        Arrays.stream(logMeans(context.moments()))
            .map(logMean -> uncapped(logMean) - logWidth)
            .toArray();
    return List.of(Head.of(LOG_RATE, context.eventShape(), biases));
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    Tensor logMean = heads.get(LOG_RATE).add(Math.log(config.binWidth()));
    return new PoissonDistribution(capped(logMean));
  }

  private static Tensor capped(Tensor x) {
    return x.negate().add(LARGEST_LOG_MEAN).softplus().negate().add(LARGEST_LOG_MEAN);
  }

  /** The number that {@link #capped} takes to a log-mean, or a large one if there is none. */
  private static double uncapped(double logMean) {
    double room = Math.max(LARGEST_LOG_MEAN - logMean, 1e-3);
    return LARGEST_LOG_MEAN - room - Math.log(-Math.expm1(-room));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    return new PoissonDistribution(
        ConstantProfile.of(context, conditions.rows(), logMeans(moments)));
  }

  /** The logarithms of the means, which are the parameters of greatest likelihood. */
  private static double[] logMeans(Moments moments) {
    double smallest = ConstantProfile.smallestMean(moments);
    return Arrays.stream(moments.mean()).map(m -> Math.log(Math.max(m, smallest))).toArray();
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
