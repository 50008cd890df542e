package org.vaelix.likelihoods.internal.studentt;

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
import org.vaelix.core.random.Gamma;
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.scale.Scale;

/**
 * Student's t distributions around what the decoder gives. The null model has the mean and the
 * variance of the training rows, and the option's ν, since two moments do not tell a third number.
 *
 * @param degrees ν
 * @param scale s
 */
record StudentT(DegreesOfFreedom degrees, Scale scale) implements Likelihood {
  static final String LOG_SCALE = "logScale";
  private static final String MEAN = "mean";

  @Override
  public List<Head> heads() {
    return scale.heads(MEAN, scale.context().moments());
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new StudentTDistribution(degrees.given(), heads.get(MEAN), scale.logScale(heads));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    int rows = conditions.rows();
    return new StudentTDistribution(
        degrees.fixed(),
        ConstantProfile.of(scale.context(), rows, moments.mean()),
        scale.ofNullModel(moments, rows));
  }

  @Override
  public Support support() {
    return Support.REAL;
  }

  /** A normal draw whose precision is drawn from a gamma distribution of shape ν/2 and mean 1. */
  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] mean = parameters.get(StudentTDistribution.MEAN);
    double[] s = parameters.get(StudentTDistribution.SCALE);
    double[] nu = parameters.get(StudentTDistribution.DEGREES_OF_FREEDOM);
    for (int i = 0; i < values.length; i++) {
      double precision = Gamma.sample(nu[i] / 2, random) / (nu[i] / 2);
      values[i] = mean[i] + s[i] * random.nextGaussian() / Math.sqrt(precision);
    }
  }
}
