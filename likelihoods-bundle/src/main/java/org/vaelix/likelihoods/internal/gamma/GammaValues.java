package org.vaelix.likelihoods.internal.gamma;

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
import org.vaelix.likelihoods.internal.ConstantProfile;
import org.vaelix.likelihoods.internal.count.LogMean;

/**
 * Independent gamma-distributed values whose log-means the decoder gives.
 *
 * @param shape k
 * @param first what the heads' biases and k start from
 * @param context of the likelihood
 */
public record GammaValues(ShapeParameter shape, Moments first, ModelContext context)
    implements Likelihood {
  private static final String LOG_MEAN = "logMean";

  /** Below this no mean is told from 0. */
  private static final double SMALLEST_MEAN = 1e-12;

  private static final Support POSITIVE =
      new Support("numbers above 0 ('zero-inflated-gamma' admits 0)", v -> v > 0);

  @Override
  public List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(LOG_MEAN, context.eventShape(), logMeans(first)));
    heads.addAll(shape.heads(first));
    return heads;
  }

  /** The logarithms of the means, which are the parameters of greatest likelihood. */
  private static double[] logMeans(Moments moments) {
    return Arrays.stream(moments.mean()).map(m -> Math.log(Math.max(m, SMALLEST_MEAN))).toArray();
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return LogMean.encoderInput(values);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new GammaDistribution(LogMean.of(heads.get(LOG_MEAN)), shape.given(heads, first));
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    int rows = conditions.rows();
    return new GammaDistribution(
        LogMean.of(ConstantProfile.of(context, rows, logMeans(moments))),
        shape.ofNullModel(moments, rows));
  }

  @Override
  public Support support() {
    return POSITIVE;
  }

  /** Draws that underflow become the smallest number above 0. */
  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] mean = parameters.get(GammaDistribution.MEAN);
    double[] k = parameters.get(GammaDistribution.SHAPE);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(Gamma.sample(k[i], random) * mean[i] / k[i], Double.MIN_VALUE);
    }
  }
}
