package org.vaelix.likelihoods.internal.laplace;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.scale.Scale;

/**
 * Laplace distributions around what the decoder gives. The null model has the mean and the variance
 * of the training rows; the best one would have their median, which is not known.
 *
 * @param scale b
 */
record Laplace(Scale scale) implements Likelihood {
  static final String LOG_SCALE = "logScale";
  private static final String MEAN = "mean";

  @Override
  public List<Head> heads() {
    return scale.heads(MEAN, scale.context().moments());
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new LaplaceDistribution(heads.get(MEAN), scale.logScale(heads));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    int rows = conditions.rows();
    return new LaplaceDistribution(
        ConstantProfile.of(scale.context(), rows, moments.mean()),
        scale.ofNullModel(moments, rows));
  }

  @Override
  public Support support() {
    return Support.REAL;
  }

  /** The difference of two exponential draws. */
  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] mean = parameters.get(LaplaceDistribution.MEAN);
    double[] b = parameters.get(LaplaceDistribution.SCALE);
    for (int i = 0; i < values.length; i++) {
      double difference =
          StrictMath.log(1 - random.nextDouble()) - StrictMath.log(1 - random.nextDouble());
      values[i] = mean[i] + b[i] * difference;
    }
  }
}
