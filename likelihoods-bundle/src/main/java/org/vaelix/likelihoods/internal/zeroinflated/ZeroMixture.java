package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * What zeros with probability π = σ(l) do to a distribution, whether or not it has zeros of its
 * own.
 *
 * @param others how values scatter that are not made 0
 * @param logit l, (rows, event shape…)
 */
record ZeroMixture(ConditionalDistribution others, Tensor logit) {
  private Tensor kept() {
    return logit.negate().sigmoid();
  }

  Tensor mean() {
    return kept().multiply(others.mean());
  }

  Tensor variance() {
    Tensor ofZeros = logit.sigmoid().multiply(others.mean().square());
    return kept().multiply(others.variance().add(ofZeros));
  }

  /** What is needed to draw values; π has the name. */
  Map<String, Tensor> parameters(String name) {
    Map<String, Tensor> parameters = new LinkedHashMap<>(others.parameters());
    parameters.put(name, logit.sigmoid());
    return parameters;
  }

  /** Makes drawn values 0 with their probabilities. */
  static void sample(double[] probability, double[] values, RandomGenerator random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < probability[i] ? 0 : values[i];
    }
  }
}
