package org.vaelix.architectures.internal.maps;

import java.util.function.BiFunction;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;

/** How the values of a small window become one, at half the resolution. */
public enum Pooling {
  /** Their mean. */
  AVERAGE(Functions::averagePool2d),
  /** The largest of them. */
  MAX(Functions::maxPool2d);

  private final BiFunction<Tensor, Attributes.Window, Tensor> formula;

  Pooling(BiFunction<Tensor, Attributes.Window, Tensor> formula) {
    this.formula = formula;
  }

  /**
   * {@return feature maps of half the width, and of half the height unless they are traces}
   *
   * @param maps (rows, channels, height, width)
   * @param grid of the observations
   */
  public Tensor apply(Tensor maps, Grid grid) {
    int down = grid.factorDown();
    return formula.apply(maps, new Attributes.Window(down, 2, down, 2));
  }
}
