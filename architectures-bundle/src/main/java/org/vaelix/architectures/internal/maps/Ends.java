package org.vaelix.architectures.internal.maps;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/** What networks of images and traces begin with. */
public final class Ends {
  private Ends() {}

  /**
   * {@return what an encoder reads side by side: an observation, and each condition as maps that
   * are the same all over}
   *
   * @param grid of the observations
   * @param values (rows, event shape…)
   * @param conditions of the rows
   */
  public static List<Part> input(Grid grid, Tensor values, Conditions conditions) {
    Tensor maps = grid.maps(values);
    List<Part> input = new ArrayList<>(List.of(Part.of(maps)));
    conditions.inOrder().forEach(column -> input.add(Part.of(Grid.spread(column, maps))));
    return input;
  }

  /**
   * {@return a decoder's coarsest feature maps, linear in z and activated}
   *
   * @param context scoped to the layer
   * @param layers of the architecture
   * @param code z and conditions, (rows, …)
   * @param channels of the maps
   * @param halvings how often each side of the grid is halved
   */
  public static Tensor coarsest(
      ModelContext context, Layers layers, Tensor code, int channels, int halvings) {
    Grid grid = layers.grid();
    int height = grid.isTrace() ? 1 : grid.height() >> halvings;
    Shape maps = Shape.of(channels, height, grid.width() >> halvings);
    Tensor sums =
        Dense.layer(
            context, code, maps.elements(), layers.initialiser().weights(), Initialisers.zeros());
    return layers.activation().apply(sums).reshape(maps.prepend(code.shape().size(0)));
  }
}
