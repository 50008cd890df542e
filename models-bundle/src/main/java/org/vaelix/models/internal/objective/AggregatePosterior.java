package org.vaelix.models.internal.objective;

import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.models.internal.objective.BetaTcObjective.Estimator;

/**
 * The mean posterior q(z) = 1/N Σₙ q(z | xₙ) over all N training rows, estimated from a batch.
 *
 * @param pairs ln q(zᵢ | xⱼ) by dimension, (i, j, latent size)
 * @param weights of the rows, (rows,)
 * @param rows N
 * @param estimator which
 */
record AggregatePosterior(Tensor pairs, Tensor weights, long rows, Estimator estimator) {
  /** Stands for ln 0; e to this is 0, and so is its gradient. */
  private static final double NEVER = -1e30;

  /** {@return ln q(zᵢ), (rows,)} */
  Tensor logJoint() {
    return Functions.logSumExp(pairs.sum(2).add(logShares()), 1);
  }

  /** {@return Σⱼ ln q(zᵢⱼ) over the dimensions j, (rows,)} */
  Tensor logMarginals() {
    int batch = weights.shape().size(0);
    return Functions.logSumExp(pairs.add(logShares().reshape(batch, batch, 1)), 1).sum(1);
  }

  /** ln of what the posterior of row j counts in the mean at the draw of row i, (i, j). */
  private Tensor logShares() {
    Tensor count = weights.sum();
    Tensor logShares =
        switch (estimator) {
          case MINIBATCH_WEIGHTED -> count.log().add(Math.log(rows)).negate();
          case MINIBATCH_STRATIFIED -> stratified(count);
        };
    // A row of weight 0 fills up the batch and is no row of the data.
    Tensor isReal = weights.greater(0);
    int batch = weights.shape().size(0);
    return isReal
        .select(logShares, weights.graph().constant(NEVER))
        .broadcast(Shape.of(batch, batch));
  }

  /**
   * Chen et al. 2018, section C.2, averaged over which row of the batch is the last one, which
   * keeps its mean: the own row 1/N, the others (1 − 1/N)/(batch size − 1) each.
   */
  private Tensor stratified(Tensor count) {
    Graph graph = weights.graph();
    double others = Math.max(1 - 1.0 / rows, Double.MIN_NORMAL);
    Tensor other = count.subtract(1).maximum(1).log().negate().add(Math.log(others));
    return identity(graph).select(graph.constant(-Math.log(rows)), other);
  }

  private Tensor identity(Graph graph) {
    int batch = weights.shape().size(0);
    double[] values = new double[batch * batch];
    for (int i = 0; i < batch; i++) {
      values[i * batch + i] = 1;
    }
    return graph.constant(Shape.of(batch, batch), values);
  }
}
