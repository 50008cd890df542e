package org.vaelix.data.internal.generate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.Names;
import org.vaelix.core.random.PhiloxRandom;

/**
 * Draws factors, and images of them. A row's numbers depend on the seed and the row only, so that
 * more rows begin with the same ones. Every factor is truth, and a condition where one is asked
 * for; {@code shape} is a number there, its place in the option, and here its name.
 */
final class Shapes {
  private static final String NAME = "shapes";
  private static final String SHAPE = "shape";
  private static final double SMALLEST = 0.5;

  private final ShapesData.Config config;
  private final long seed;

  Shapes(ShapesData.Config config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  Dataset generate(DataSource.Context context) {
    List<Drawing> drawings =
        Stream.iterate(0, i -> i + 1).limit(config.rows()).map(this::draw).toList();
    Map<String, double[]> factors = factors(drawings);
    Map<String, HostArray> truth = new LinkedHashMap<>();
    factors.forEach((name, f) -> truth.put(name, HostArray.of(Shape.of(f.length), f)));
    Dataset images = new Dataset(NAME, images(drawings), List.of(), 1, new int[0], truth);
    Map<String, Column> conditions = new LinkedHashMap<>();
    context.conditions().forEach(name -> conditions.put(name, column(name, drawings, factors)));
    return images.withConditions(conditions);
  }

  private Drawing draw(int row) {
    PhiloxRandom random = new PhiloxRandom(seed, NAME, row);
    int outline = (int) (random.nextDouble() * config.shapes().size());
    return new Drawing(
        config.shapes().get(outline),
        SMALLEST + (1 - SMALLEST) * random.nextDouble(),
        360 * random.nextDouble(),
        random.nextDouble(),
        random.nextDouble());
  }

  private HostArray images(List<Drawing> drawings) {
    int size = config.size();
    float[] pixels = new float[drawings.size() * size * size];
    for (int row = 0; row < drawings.size(); row++) {
      drawings.get(row).paint(size, pixels, row * size * size);
    }
    return HostArray.of(Shape.of(drawings.size(), 1, size, size), pixels);
  }

  private Map<String, double[]> factors(List<Drawing> drawings) {
    Map<String, double[]> factors = new LinkedHashMap<>();
    factors.put(
        SHAPE, drawings.stream().mapToDouble(d -> config.shapes().indexOf(d.outline())).toArray());
    factors.put("scale", drawings.stream().mapToDouble(Drawing::scale).toArray());
    factors.put("orientation", drawings.stream().mapToDouble(Drawing::orientation).toArray());
    factors.put("x", drawings.stream().mapToDouble(Drawing::x).toArray());
    factors.put("y", drawings.stream().mapToDouble(Drawing::y).toArray());
    return factors;
  }

  private static Column column(String name, List<Drawing> drawings, Map<String, double[]> factors) {
    if (!factors.containsKey(name)) {
      String hint =
          Names.nearest(name, factors.keySet()).map(n -> ", did you mean '" + n + "'?").orElse("");
      throw new DataException(
          NAME
              + " has no factor '"
              + name
              + "' for /conditions"
              + hint
              + "; there are "
              + String.join(", ", factors.keySet()));
    }
    if (!name.equals(SHAPE)) {
      return Column.of(1, factors.get(name));
    }
    double[] noNumbers = new double[drawings.size()];
    Arrays.fill(noNumbers, Double.NaN);
    return Column.of(
        drawings.stream().map(d -> d.outline().label()).toArray(String[]::new), noNumbers);
  }
}
