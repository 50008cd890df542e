package org.vaelix.likelihoods.internal.lognormal;

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
import org.vaelix.likelihoods.internal.gaussian.Gaussian;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood;

/**
 * Values whose logarithms the gaussian likelihood explains. The null model has the mean and the
 * variance of the training rows.
 *
 * @param logarithms how y = ln(x + c) scatters
 * @param offset c
 */
record LogNormal(Gaussian logarithms, double offset) implements Likelihood {
  /** Below this no x + c is told from 0. */
  private static final double SMALLEST = 1e-30;

  private static final Support POSITIVE =
      new Support("numbers above 0 (or from 0, with an 'offset' above 0)", v -> v > 0);

  static LogNormal of(LogNormalLikelihood.Config config, ModelContext context) {
    Moments first = ofLogarithms(context.moments(), config.offset());
    GaussianLikelihood.Config options =
        new GaussianLikelihood.Config(config.sigma(), config.learn());
    return new LogNormal(Gaussian.of(options, first, context), config.offset());
  }

  /** σ² = ln(1 + v/m²) and μ = ln m − ½σ²: where a log-normal distribution has these moments. */
  private static Moments ofLogarithms(Moments moments, double offset) {
    double[] mean = new double[moments.mean().length];
    double[] variance = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      double m = Math.max(moments.mean()[j] + offset, SMALLEST);
      variance[j] = Math.log1p(moments.variance()[j] / m / m);
      mean[j] = Math.log(m) - 0.5 * variance[j];
    }
    return new Moments(moments.rows(), mean, variance);
  }

  /** y of values. */
  static Tensor logarithm(Tensor values, double offset) {
    return values.add(offset).maximum(SMALLEST).log();
  }

  @Override
  public List<Head> heads() {
    return logarithms.heads();
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return logarithm(values, offset);
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return new LogNormalDistribution(logarithms.given(heads, conditions), offset);
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Moments ofLogarithms = ofLogarithms(moments, offset);
    return new LogNormalDistribution(logarithms.nullModel(ofLogarithms, conditions), offset);
  }

  @Override
  public Support support() {
    return offset == 0 ? POSITIVE : new Support("numbers above " + -offset, v -> v > -offset);
  }

  /** A draw that rounding takes to the support's end is moved just inside. */
  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    logarithms.sample(parameters, values, random);
    Arrays.setAll(values, i -> Math.max(StrictMath.exp(values[i]) - offset, Math.nextUp(-offset)));
  }
}
