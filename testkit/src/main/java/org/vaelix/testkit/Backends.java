package org.vaelix.testkit;

import java.util.ServiceLoader;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartType;

/** Finds backends on the class path and compiles for them with their default options. */
public final class Backends {
  private Backends() {}

  /** {@return the reference backend, which everything else is compared with} */
  public static Backend<?> reference() {
    return named("reference");
  }

  /**
   * {@return the backend of a type name}
   *
   * @param type for example {@code reference}
   * @throws IllegalStateException if there is none on the class path
   */
  @SuppressWarnings("rawtypes")
  public static Backend<?> named(String type) {
    return ServiceLoader.load(PartFactory.class).stream()
        .filter(provider -> Backend.class.isAssignableFrom(provider.type()))
        .filter(provider -> provider.type().getAnnotation(PartType.class).value().equals(type))
        .map(provider -> (Backend<?>) provider.get())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("there is no backend '" + type + "' on the class path"));
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
