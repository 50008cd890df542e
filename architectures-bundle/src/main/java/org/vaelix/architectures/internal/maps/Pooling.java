package org.vaelix.architectures.internal.maps;

import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** How the values of a small window become one, at half the resolution. */
public enum Pooling {
  /** Their mean. */
  AVERAGE(windows -> windows.mean(1, 2)),
  /** The largest of them. */
  MAX(windows -> windows.max(1, 2));

  private final UnaryOperator<Tensor> formula;

  Pooling(UnaryOperator<Tensor> formula) {
    this.formula = formula;
  }

  /**
   * {@return feature maps of half the width, and of half the height unless they are traces}
   *
   * @param maps (rows, channels, height, width), the sides even
   * @param grid of the observations
   */
  public Tensor apply(Tensor maps, Grid grid) {
    return formula.apply(windows(maps, grid.factorDown()));
  }

  /**
   * Windows that do not overlap, as (rows, 2, 2, channels, height / 2, width / 2): with the places
   * of a window outermost, whole maps are compared or added at once, where {@code windows2d} would
   * make runs of four values.
   */
  private static Tensor windows(Tensor maps, int down) {
    Shape s = maps.shape();
    return maps.reshape(s.size(0), s.size(1), s.size(2) / down, down, s.size(3) / 2, 2)
        .transpose(0, 3, 5, 1, 2, 4);
  }
}
