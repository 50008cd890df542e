package org.vaelix.testkit;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartType;

/** Finds backends on the class path and compiles for them with their default options. */
public final class Backends {
  private static final String REFERENCE = "reference";

  private Backends() {}

  /** {@return the reference backend, which everything else is compared with} */
  public static Backend<?> reference() {
    return named(REFERENCE);
  }

  /** {@return the available backends beside the reference, in no order} */
  public static List<Backend<?>> others() {
    return all()
        .filter(provider -> !type(provider).equals(REFERENCE))
        .<Backend<?>>map(provider -> (Backend<?>) provider.get())
        .filter(backend -> backend.availability().isAvailable())
        .toList();
  }

  /**
   * {@return the backend of a type name}
   *
   * @param type for example {@code reference}
   * @throws IllegalStateException if there is none on the class path
   */
  public static Backend<?> named(String type) {
    return all()
        .filter(provider -> type(provider).equals(type))
        .map(provider -> (Backend<?>) provider.get())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("there is no backend '" + type + "' on the class path"));
  }

  @SuppressWarnings("rawtypes")
  private static Stream<ServiceLoader.Provider<PartFactory>> all() {
    return ServiceLoader.load(PartFactory.class).stream()
        .filter(provider -> Backend.class.isAssignableFrom(provider.type()));
  }

  private static String type(ServiceLoader.Provider<?> provider) {
    return provider.type().getAnnotation(PartType.class).value();
  }

  /**
   * {@return the graph's program, with the backend's default options}
   *
   * @param backend where it runs
   * @param graph finished
   * @param <C> the backend's options
   */
  public static <C extends Record> Program compile(Backend<C> backend, Graph graph) {
    return backend.compile(graph, backend.defaults());
  }
}
