package org.vaelix.core.recipe;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelFactory;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Small parts with options of every form, to read recipes with. */
final class FakeParts {
  private FakeParts() {}

  /** {@return a catalog of all of them} */
  static FakeCatalog catalog() {
    return new FakeCatalog()
        .with("prior", "laplace", new Laplace())
        .with("prior", "standard", new Standard())
        .with("prior", "broken", new Broken())
        .with("prior", "clumsy", new Clumsy())
        .with("prior", "endless", new Endless())
        .with("schedule", "late", new Late())
        .with("schedule", "ramp", new Ramp())
        .with("optimiser", "adam", new Adam())
        .with("data", "file", new FileData())
        .with("model", "toy", new Toy())
        .with("backend", "reference", new FakeBackend(0, Availability.available("2 threads")))
        .with("backend", "gpu", new FakeBackend(10, Availability.unavailable("no CUDA driver")));
  }

  @Doc(value = "heavy-tailed prior", formula = "ln p(z) = -|z|/b - ln 2b", source = "Laplace 1774")
  static final class Laplace implements PriorFactory<Laplace.Config> {
    record Config(@Doc("scale b, above 0, in latent units") double scale) {
      Config {
        Check.positive("scale", scale);
      }
    }

    @Override
    public Config defaults() {
      return new Config(1);
    }

    @Override
    public Prior create(Config config, ModelContext context) {
      throw new IllegalStateException("scale was " + config.scale());
    }
  }

  static final class Standard implements PriorFactory<Standard.Config> {
    record Config() {}

    @Override
    public Config defaults() {
      return new Config();
    }

    @Override
    public Prior create(Config config, ModelContext context) {
      return null;
    }
  }

  /** Fails before it can be read. */
  static final class Broken implements PriorFactory<Standard.Config> {
    @Override
    public Standard.Config defaults() {
      throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Prior create(Standard.Config config, ModelContext context) {
      return null;
    }
  }

  /** Fails in its configuration's constructor, in a way that is not about its options. */
  static final class Clumsy implements PriorFactory<Clumsy.Config> {
    record Config(int size) {
      Config {
        if (size > 1) {
          throw new ArrayIndexOutOfBoundsException(size);
        }
      }
    }

    @Override
    public Config defaults() {
      return new Config(1);
    }

    @Override
    public Prior create(Config config, ModelContext context) {
      return null;
    }
  }

  /** Contains itself by default. */
  static final class Endless implements PriorFactory<Endless.Config> {
    record Config(PartSpec<Prior> base) {}

    @Override
    public Config defaults() {
      return new Config(PartSpec.of("endless"));
    }

    @Override
    public Prior create(Config config, ModelContext context) {
      return null;
    }
  }

  static final class Ramp implements ScheduleFactory<Ramp.Config> {
    record Config(double to, double over) {
      Config {
        Check.between("over", over, 0, 1);
      }
    }

    @Override
    public Config defaults() {
      return new Config(1, 0.5);
    }

    @Override
    public Schedule create(Config config) {
      return new Line(config.to(), config.over());
    }

    record Line(double to, double over) implements Schedule {
      @Override
      public double at(double fraction) {
        return to * Math.min(1, fraction / over);
      }

      @Override
      public double settledAt() {
        return over;
      }
    }
  }

  /** Does not look whether its end lies within training. */
  static final class Late implements ScheduleFactory<Late.Config> {
    record Config(double end) {}

    @Override
    public Config defaults() {
      return new Config(0.5);
    }

    @Override
    public Schedule create(Config config) {
      return new Ramp.Line(1, config.end());
    }
  }

  static final class Adam implements OptimiserFactory<Adam.Config> {
    record Config(@Doc("step size") Schedule learningRate, double beta1) {
      Config {
        if (beta1 >= 1) {
          throw new IllegalArgumentException("beta1 of 1 or more never forgets");
        }
      }
    }

    @Override
    public Config defaults() {
      return new Config(Schedule.constant(1e-3), 0.9);
    }

    @Override
    public Optimiser create(Config config) {
      return new Made(config.learningRate());
    }

    record Made(Schedule learningRate) implements Optimiser {
      @Override
      public Tensor next(Tensor parameter, Tensor gradient, Update update) {
        return parameter;
      }
    }
  }

  @Doc("rows of a text file")
  static final class FileData implements DataSourceFactory<FileData.Config> {
    record Config(@Doc("the file") String file, boolean header, Optional<List<String>> columns) {}

    /** The file has no default. */
    @Override
    public Config defaults() {
      return new Config(null, true, Optional.empty());
    }

    @Override
    public DataSource create(Config config) {
      return context -> null;
    }
  }

  enum Shape {
    SOFT_PLUS,
    RELU
  }

  record Window(int width, double overlap) {
    static final Window DEFAULTS = new Window(8, 0.5);

    Window {
      Check.atLeast("width", width, 1);
    }
  }

  @Doc("a model of everything an option can be")
  static final class Toy implements ModelFactory<Toy.Config> {
    record Config(
        @Doc("size of the latent space") int latentSize,
        List<Integer> hidden,
        Shape shape,
        PartSpec<Prior> prior,
        Schedule beta,
        Optional<PartSpec<Prior>> second,
        Window window,
        List<Window> windows) {
      Config {
        Check.atLeast("latentSize", latentSize, 1);
      }
    }

    @Override
    public Config defaults() {
      return new Config(
          2,
          List.of(64, 64),
          Shape.RELU,
          PartSpec.of("standard"),
          Schedule.constant(1),
          Optional.empty(),
          new Window(4, 0.25),
          List.of());
    }

    @Override
    public Model create(Config config, ModelContext context) {
      config.prior().create(context);
      return null;
    }
  }

  record FakeBackend(int rank, Availability availability) implements Backend<FakeBackend.Options> {
    record Options(int threads) {
      Options {
        Check.atLeast("threads", threads, 1);
      }
    }

    @Override
    public Options defaults() {
      return new Options(1);
    }

    @Override
    public List<String> devices() {
      return List.of("cpu");
    }

    @Override
    public int threads(Options options) {
      return options.threads();
    }

    @Override
    public Program compile(Graph graph, Options options) {
      throw new UnsupportedOperationException();
    }
  }
}
