package org.vaelix.likelihoods.internal.gaussian;

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
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Learn;
import org.vaelix.likelihoods.internal.scale.Scale;
import org.vaelix.likelihoods.internal.scale.Widths;

/**
 * The normal distribution with its width fixed, learned as a parameter, given by a head, or the
 * best one for the batch.
 *
 * @param learn which of these
 * @param scale σ where it is not the best one for the batch; that one's null model, too
 * @param first what the heads' biases start from
 */
public record Gaussian(Learn learn, Scale scale, Moments first) implements Likelihood {
  private static final String MEAN = "mean";
  private static final String LOG_SIGMA = "logSigma";

  /**
   * {@return such a likelihood}
   *
   * @param config its options
   * @param first moments that it starts from
   * @param context of the likelihood
   */
  public static Gaussian of(GaussianLikelihood.Config config, Moments first, ModelContext context) {
    Widths widths = Widths.of(first, 1, config.sigma());
    Learn learn = config.learn();
    return new Gaussian(
        learn, new Scale(LOG_SIGMA, learn.scales(), config.sigma(), widths, context), first);
  }

  @Override
  public List<Head> heads() {
    return scale.heads(MEAN, first);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    Tensor mean = heads.get(MEAN);
    return learn == Learn.OPTIMAL
        ? OptimalGaussian.of(mean, scale.widths(), first, scale.context())
        : new GaussianDistribution(mean, scale.logScale(heads));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    int rows = conditions.rows();
    return new GaussianDistribution(
        ConstantProfile.of(scale.context(), rows, moments.mean()),
        scale.ofNullModel(moments, rows));
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
