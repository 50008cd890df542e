package org.vaelix.core.composition;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;

/**
 * Bounds on gradients, put on them before the optimiser sees them.
 *
 * @param norm of all gradients together; absent: none
 * @param value of each number of a gradient, put on before the norm's; absent: none
 */
public record Clipping(Optional<Double> norm, Optional<Double> value) {
  /** No bounds. */
  public static final Clipping NONE = new Clipping(Optional.empty(), Optional.empty());

  /** Keeps the factor finite where the norm is 0. */
  private static final double NORM_FLOOR = 1e-6;

  List<Tensor> apply(List<Tensor> gradients) {
    List<Tensor> bounded =
        value.map(v -> gradients.stream().map(g -> between(g, v)).toList()).orElse(gradients);
    return norm.map(n -> scaled(bounded, n)).orElse(bounded);
  }

  private static Tensor between(Tensor gradient, double bound) {
    return gradient.minimum(bound).maximum(-bound);
  }

  /** Scales all gradients down together where their norm exceeds a bound (Pascanu et al. 2013). */
  private static List<Tensor> scaled(List<Tensor> gradients, double bound) {
    Tensor squares =
        gradients.stream().map(g -> g.square().sum()).reduce(Tensor::add).orElseThrow();
    Graph graph = squares.graph();
    Tensor factor = graph.constant(bound).divide(squares.sqrt().add(NORM_FLOOR)).minimum(1);
    return gradients.stream().map(g -> g.multiply(factor)).toList();
  }
}
