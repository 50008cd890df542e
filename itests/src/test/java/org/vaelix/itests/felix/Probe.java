package org.vaelix.itests.felix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.Summary;
import org.vaelix.core.training.TrainingListener;

/**
 * An embedding host: a bundle of its own that trains through Vaelix's services. It offers what it
 * does as services of the JDK's types, by which the test calls it from outside of the framework.
 */
public final class Probe implements BundleActivator {
  static final String PARTS = "(&(objectClass=java.util.function.Supplier)(probe=parts))";
  static final String TRAIN = "(&(objectClass=java.util.function.BiFunction)(probe=train))";

  private BundleContext context;

  @Override
  public void start(BundleContext context) {
    this.context = context;
    Supplier<List<String>> parts = this::parts;
    BiFunction<List<String>, IntConsumer, Map<String, Object>> train = this::train;
    context.registerService(Supplier.class, parts, named("parts"));
    context.registerService(BiFunction.class, train, named("train"));
  }

  private static Dictionary<String, Object> named(String name) {
    return new Hashtable<>(Map.of("probe", name));
  }

  @Override
  public void stop(BundleContext context) {
    // The framework takes the services back by itself.
  }

  private Catalog catalog() {
    ServiceReference<Catalog> reference = context.getServiceReference(Catalog.class);
    return context.getService(reference);
  }

  private List<String> parts() {
    return catalog().parts().stream()
        .map(part -> part.kind() + "/" + part.type() + " " + part.origin())
        .toList();
  }

  /** Trains {@code [recipe, run folder]}; tells the number of each epoch that is done. */
  private Map<String, Object> train(List<String> arguments, IntConsumer epochs) {
    List<String> messages = new ArrayList<>();
    List<Long> steps = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void message(String message) {
            messages.add(message);
          }

          @Override
          public void stepDone(long step, double loss) {
            steps.add(step);
          }

          @Override
          public void epochDone(Epoch epoch) {
            epochs.accept(epoch.epoch());
          }
        };
    Path recipe = Path.of(arguments.get(0));
    List<String> settings = List.of("run.folder=" + arguments.get(1));
    try (Run run = new Experiments(catalog()).start(recipe, settings)) {
      Summary summary = run.train(listener, () -> false);
      Summary.Score train = summary.splits().get("train");
      return Map.of(
          "epochs", summary.epochs(),
          "backend", summary.backend(),
          "messages", messages,
          "steps", steps,
          "elbo", train.measures().get("elbo"),
          "nullModel", train.nullModel());
    }
  }
}
