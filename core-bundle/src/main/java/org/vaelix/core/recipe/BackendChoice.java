package org.vaelix.core.recipe;

import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;

/**
 * A backend and its options.
 *
 * @param type the backend's type name
 * @param backend the backend
 * @param options checked
 * @param <C> the options
 */
public record BackendChoice<C extends Record>(String type, Backend<C> backend, C options) {
  /**
   * {@return a program that the caller closes}
   *
   * @param graph finished
   */
  public Program compile(Graph graph) {
    return backend.compile(graph, options);
  }

  /** {@return the number of threads it uses} */
  public int threads() {
    return backend.threads(options);
  }
}
