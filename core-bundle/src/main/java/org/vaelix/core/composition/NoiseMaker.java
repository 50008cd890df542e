package org.vaelix.core.composition;

import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** How a trace comes by the noise that parts ask for. */
@FunctionalInterface
interface NoiseMaker {
  /** Nodes that the backend draws anew in each run, as everywhere but in {@link DrawInputs}. */
  NoiseMaker NODES =
      (graph, op, name, shape) ->
          op == Op.NORMAL ? graph.normal(name, shape) : graph.uniform(name, shape);

  /**
   * {@return noise}
   *
   * @param graph being traced
   * @param op {@link Op#NORMAL} or {@link Op#UNIFORM}
   * @param name qualified
   * @param shape of the noise
   */
  Tensor make(Graph graph, Op op, String name, Shape shape);
}
