package org.vaelix.likelihoods.internal.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Config;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Learn;

/** The normal distribution with its width fixed, learned as a parameter, or given by a head. */
final class Gaussian implements Likelihood {
  private static final String MEAN = "mean";
  private static final String LOG_SIGMA = "logSigma";

  private final Config config;
  private final ModelContext context;
  private final Widths widths;

  Gaussian(Config config, ModelContext context) {
    this.config = config;
    this.context = context;
    this.widths = Widths.of(context.moments(), config.sigma());
  }

  @Override
  public List<Head> heads() {
    Shape event = context.eventShape();
    Moments moments = context.moments();
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(MEAN, event, moments.mean()));
    if (config.learn() == Learn.PER_VALUE) {
      heads.add(Head.of(LOG_SIGMA, event, widths.biases(widths.bestLogSigmas(moments))));
    }
    return heads;
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new GaussianDistribution(heads.get(MEAN), logSigma(heads));
  }

  private Tensor logSigma(Map<String, Tensor> heads) {
    return switch (config.learn()) {
      case NONE -> context.graph().constant(Math.log(config.sigma()));
      case SHARED -> learned(Shape.scalar());
      case PER_FEATURE -> learned(context.eventShape());
      case PER_VALUE -> widths.bounds().apply(heads.get(LOG_SIGMA));
    };
  }

  private Tensor learned(Shape shape) {
    double first = widths.bounds().inverse(Math.log(config.sigma()));
    return widths.bounds().apply(context.parameter(LOG_SIGMA, shape, Initialisers.constant(first)));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    double[] logSigmas =
        switch (config.learn()) {
          case NONE -> widths.repeated(Math.log(config.sigma()));
          case SHARED -> widths.repeated(widths.bestSharedLogSigma(moments));
          case PER_FEATURE, PER_VALUE -> widths.bestLogSigmas(moments);
        };
    int rows = conditions.rows();
    return new GaussianDistribution(
        ConstantProfile.of(context, rows, moments.mean()),
        ConstantProfile.of(context, rows, logSigmas));
  }

  @Override
  public Support support() {
    return Support.REAL;
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] mean = parameters.get(GaussianDistribution.MEAN);
    double[] sigma = parameters.get(GaussianDistribution.SIGMA);
    for (int i = 0; i < values.length; i++) {
      values[i] = mean[i] + sigma[i] * random.nextGaussian();
    }
  }
}
