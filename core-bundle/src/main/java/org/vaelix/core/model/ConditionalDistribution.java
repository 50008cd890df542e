package org.vaelix.core.model;

import java.util.Map;
import org.vaelix.core.graph.Tensor;

/** p(x | z) for a batch of rows: a likelihood with its parameters filled in by a decoder. */
public interface ConditionalDistribution {
  /**
   * {@return ln p of each value, in nats, of the values' shape; a density or a probability mass,
   * all constants included}
   *
   * @param values (rows, event shape…)
   */
  Tensor logDensity(Tensor values);

  /**
   * {@return ln p of each value of a batch, of its values' shape; what does not count in the batch
   * may have any finite number. Models call this, once in a trace; overridden where training
   * estimates a parameter from the batch as a whole}
   *
   * @param batch the rows, unobserved values filled
   */
  default Tensor logDensity(Batch batch) {
    return logDensity(batch.values());
  }

  /** {@return the expectation of each value, (rows, event shape…)} */
  Tensor mean();

  /** {@return the variance of each value, broadcastable to (rows, event shape…)} */
  Tensor variance();

  /**
   * {@return what {@link Likelihood#sample} needs to draw values, by name, each broadcastable to
   * (rows, event shape…)}
   */
  Map<String, Tensor> parameters();
}
