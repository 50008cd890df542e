package {{package}};

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.random.PhiloxRandom;

/** Points around a circle: two values of each row, of which one number is the truth. */
@Component
@PartType("{{name}}")
@Doc(
    value = "Points of the plane around the unit circle; the truth is their 'angle'.",
    formula = "x = ((1 + σε) cos θ, (1 + σε) sin θ), θ uniform in [0, 2π), ε ~ N(0, 1)",
    source = "normal numbers: Box and Muller 1958")
public final class {{class}} implements DataSourceFactory<{{class}}.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of rows, at least 1") int rows,
      @Doc("standard deviation σ ≥ 0 of the distance from the centre") double noise) {
    /** Checks the options. */
    public Config {
      Check.atLeast("rows", rows, 1);
      Check.between("noise", noise, 0, Double.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1000, 0.1);
  }

  @Override
  public DataSource create(Config config) {
    return context -> generate(config, context.seed());
  }

  private static Dataset generate(Config config, long seed) {
    // A stream of its own under the run's seed: the same numbers on every machine.
    PhiloxRandom random = new PhiloxRandom(seed, "{{name}}", 0);
    int rows = config.rows();
    double[] angles = new double[rows];
    double[] values = new double[2 * rows];
    for (int i = 0; i < rows; i++) {
      angles[i] = 2 * Math.PI * random.nextDouble();
      double radius = 1 + config.noise() * normal(random);
      values[2 * i] = radius * StrictMath.cos(angles[i]);
      values[2 * i + 1] = radius * StrictMath.sin(angles[i]);
    }
    HostArray truth = HostArray.of(Shape.of(rows, 1), angles);
    return new Dataset(
        "{{name}}",
        HostArray.of(Shape.of(rows, 2), values),
        List.of("x", "y"),
        1,
        new int[0],
        Map.of("angle", truth));
  }

  private static double normal(PhiloxRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
