package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.ClassPathCatalog;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartType;
import org.vaelix.core.recipe.RecipeException;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.TrainingListener;

/** Someone else's part has an option {@code temperature}, and every schedule can be its value. */
class TemperatureTest {
  /** A prior N(0, T) whose temperature T is a schedule. */
  @PartType("tempered")
  public static final class TemperedPrior implements PriorFactory<TemperedPrior.Config> {
    /** Its options. */
    public record Config(@Doc("temperature T > 0: the variance") Schedule temperature) {}

    @Override
    public Config defaults() {
      return new Config(Schedule.constant(1));
    }

    @Override
    public Prior create(Config config, ModelContext context) {
      return new Tempered(context.scheduled("temperature", config.temperature()), context);
    }
  }

  private record Tempered(Tensor temperature, ModelContext context) implements Prior {
    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      Tensor twice = z.square().divide(temperature);
      return twice.add(temperature.multiply(2 * Math.PI).log()).multiply(-0.5);
    }

    @Override
    public Tensor sample(Conditions conditions) {
      Shape shape = Shape.of(conditions.rows(), context.latentSize());
      return context.normal("noise", shape).multiply(temperature.sqrt());
    }
  }

  private static final String RECIPE =
      """
      {"name": "annealed", "seed": 5, "backend": "reference",
       "data": {"type": "linear-gaussian", "rows": 100, "features": 4, "latent": 1},
       "model": {"type": "vae", "latent": 1, "architecture": {"type": "mlp", "hidden": []},
         "prior": {"type": "tempered", "temperature": %s}},
       "training": {"epochs": 5, "batchSize": 40}}
      """;

  @TempDir Path folder;

  /** Trains, and returns what was said of schedules. */
  private List<String> train(String name, String temperature) throws IOException {
    Path recipe = folder.resolve(name + ".json");
    Files.writeString(recipe, RECIPE.formatted(temperature));
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(PartFactory.class.getName()), List.of(part()));
    List<String> messages = new ArrayList<>();
    List<String> settings = List.of("run.folder=" + folder.resolve(name));
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader());
        Run run = new Experiments(ClassPathCatalog.of(loader)).start(recipe, settings)) {
      run.train(
          new TrainingListener() {
            @Override
            public void message(String message) {
              messages.add(message);
            }
          },
          () -> false);
    }
    return messages.stream().filter(m -> m.startsWith("/model/")).toList();
  }

  private static String part() {
    return TemperedPrior.class.getName();
  }

  private List<double[]> weights(String name) throws IOException {
    var read = SafeTensors.read(new RunFiles(folder.resolve(name)).weights());
    return read.arrays().values().stream().map(HostArray::toDoubles).toList();
  }

  @Test
  void itCoolsAndItsFinalValueIsSaid() throws IOException {
    String cooling = "{\"type\": \"cosine\", \"from\": 9, \"to\": 1, \"over\": 0.3}";
    // 80 training rows are 2 steps, 5 epochs are 10.
    assertEquals(
        List.of("/model/prior/temperature: 9 at first, finally 1, from step 4 of 10 on"),
        train("cooled", cooling));
    assertEquals(List.of(), train("cold", "1"), "of a plain number there is nothing to say");
    assertFalse(
        Arrays.deepEquals(weights("cooled").toArray(), weights("cold").toArray()),
        "training knows nothing of it");
  }

  @Test
  void aRampThatWouldNotFinishIsRefused() {
    String slow = "{\"type\": \"linear\", \"from\": 9, \"to\": 1, \"over\": 1}";
    RecipeException e = assertThrows(RecipeException.class, () -> train("slow", slow));
    assertEquals("/model/prior/temperature", e.problems().get(0).path());
    assertTrue(e.getMessage().contains("would not finish"), e.getMessage());
  }
}
