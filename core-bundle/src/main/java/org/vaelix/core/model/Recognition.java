package org.vaelix.core.model;

import org.vaelix.core.graph.Tensor;

/**
 * q(z | x) of values that need not be data: what a model with an encoder lends to a prior that is
 * made of its own posteriors. Implemented by models, called by priors.
 */
@FunctionalInterface
public interface Recognition {
  /**
   * {@return q(z | x) of each row}
   *
   * @param values (rows, event shape…), in the units of the data
   * @param conditions of the rows
   */
  LatentDistribution of(Tensor values, Conditions conditions);
}
