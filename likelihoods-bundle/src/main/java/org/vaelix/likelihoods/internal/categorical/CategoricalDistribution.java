package org.vaelix.likelihoods.internal.categorical;

import java.util.Map;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * One of K classes for each variable. Each column is given its own x·ln π, so that the sum over a
 * variable's columns is ln of the probability of its class.
 *
 * @param logProbability ln π, (rows, event shape…)
 */
record CategoricalDistribution(Tensor logProbability) implements ConditionalDistribution {
  static final String PROBABILITY = "probability";

  /**
   * {@return the distribution}
   *
   * @param logits ln π up to a constant for each variable, (rows, event shape…)
   * @param classes K
   */
  static CategoricalDistribution of(Tensor logits, int classes) {
    Shape shape = logits.shape();
    Tensor byVariable = logits.reshape(shape.elements() / classes, classes);
    return new CategoricalDistribution(Functions.logSoftmax(byVariable, 1).reshape(shape));
  }

  @Override
  public Tensor logDensity(Tensor values) {
    return values.multiply(logProbability);
  }

  @Override
  public Tensor mean() {
    return logProbability.exp();
  }

  /** π·(1 − π), with 1 − e^l as −(e^l − 1), which keeps the digits of a π near 1. */
  @Override
  public Tensor variance() {
    return mean().multiply(logProbability.expm1().negate());
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(PROBABILITY, mean());
  }
}
