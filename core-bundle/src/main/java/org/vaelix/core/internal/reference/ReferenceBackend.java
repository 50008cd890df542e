package org.vaelix.core.internal.reference;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/**
 * Computes anywhere, in double precision on one thread; the other backends are compared with it.
 */
@Component
@PartType("reference")
@Doc("plain Java in double precision on one thread; the truth for every other backend")
public final class ReferenceBackend implements Backend<ReferenceBackend.Options> {

  /** It has nothing to choose. */
  public record Options() {}

  @Override
  public Options defaults() {
    return new Options();
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public Availability availability() {
    return Availability.available("plain Java, double precision, one thread");
  }

  @Override
  public List<String> devices() {
    return List.of("JVM");
  }

  @Override
  public int threads(Options options) {
    return 1;
  }

  @Override
  public Program compile(Graph graph, Options options) {
    return new ReferenceProgram(graph);
  }
}
