package org.vaelix.priors.internal;

import java.util.Arrays;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Shapes that formulas need more than once. */
public final class Layout {
  private Layout() {}

  /** {@return (…, d) as (…, 1, d): vectors as matrices of one row, or beside K others} */
  public static Tensor row(Tensor x) {
    int rank = x.shape().rank();
    int[] sizes = Arrays.copyOf(x.shape().sizes(), rank + 1);
    sizes[rank] = sizes[rank - 1];
    sizes[rank - 1] = 1;
    return x.reshape(Shape.of(sizes));
  }

  /**
   * {@return (…, steps·k) as (…, steps, k)}
   *
   * @param steps how many
   */
  public static Tensor steps(Tensor x, int steps) {
    int rank = x.shape().rank();
    int[] sizes = Arrays.copyOf(x.shape().sizes(), rank + 1);
    sizes[rank] = sizes[rank - 1] / steps;
    sizes[rank - 1] = steps;
    return x.reshape(Shape.of(sizes));
  }
}
