package org.vaelix.data.internal.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** The data source {@code shapes}. */
@Component
@PartType("shapes")
@Doc(
    value =
        "Images (1, size, size) of one figure each, from 0 (black) to 1, whose factors are known:"
            + " shape, scale, orientation, x and y, all independent; each can be a condition.",
    formula =
        "scale ~ U(½, 1), orientation ~ U(0, 360) degrees, x, y ~ U(0, 1); brightness = the share"
            + " of a pixel inside of the figure",
    source = "after Matthey et al. 2017, dSprites")
public final class ShapesData implements DataSourceFactory<ShapesData.Config> {
  /** The options. */
  public record Config(
      @Doc("how many rows, at least 1") int rows,
      @Doc("pixels along each side, at least 8") int size,
      @Doc("what is drawn, each equally often: square, ellipse, triangle, heart")
          List<Outline> shapes,
      @Doc("seed of the data; absent: the recipe's") Optional<Long> seed) {
    /** Checks the values. */
    public Config {
      Check.atLeast("rows", rows, 1);
      Check.atLeast("size", size, 8);
      shapes = List.copyOf(shapes);
      Check.that(!shapes.isEmpty(), "shapes", "must name at least one");
      Check.that(
          new HashSet<>(shapes).size() == shapes.size(), "shapes", "must name each only once");
      Check.that(
          (double) rows * size * size <= Integer.MAX_VALUE,
          "rows",
          "times size × size must be at most " + Integer.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(
        2000, 32, List.of(Outline.SQUARE, Outline.ELLIPSE, Outline.HEART), Optional.empty());
  }

  @Override
  public DataSource create(Config config) {
    return context -> new Shapes(config, config.seed().orElse(context.seed())).generate(context);
  }
}
