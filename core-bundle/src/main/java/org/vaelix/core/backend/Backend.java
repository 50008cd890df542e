package org.vaelix.core.backend;

import java.util.List;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartKind;

/**
 * Computes graphs. It knows no prior and no likelihood. Implemented by backend bundles as a
 * stateless OSGi service; called by runs.
 *
 * @param <C> its options, for example the number of threads
 */
@PartKind("backend")
public interface Backend<C extends Record> extends PartFactory<C> {
  /** {@return how strongly {@code auto} prefers it; the highest available rank wins} */
  int rank();

  /** {@return whether it can be used here, and why or why not; quick, and never throws} */
  Availability availability();

  /** {@return what it could run on, each in a few words; the first is the default} */
  List<String> devices();

  /**
   * {@return the number of threads that a program with these options uses}
   *
   * @param options of the backend
   */
  int threads(C options);

  /**
   * Compiles a graph. The variables start as zeros.
   *
   * @param graph finished
   * @param options of the backend
   * @return a program that the caller closes
   * @throws BackendException if the backend is unavailable or lacks memory
   */
  Program compile(Graph graph, C options);
}
