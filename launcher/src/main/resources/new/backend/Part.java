package {{package}};

import java.util.List;
import java.util.ServiceLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartType;

/**
 * Hands every graph to the reference backend. Compile those graphs yourself for which you can do
 * better: the contract compares each operation with the reference.
 */
@Component
@PartType("{{name}}")
@Doc("computes what the reference backend computes, through a bundle of its own")
public final class {{class}} implements Backend<{{class}}.Options> {
  private final Backend<?> reference;

  /** It has nothing to choose. */
  public record Options() {}

  /**
   * Creates the backend in a framework.
   *
   * @param reference the backend that computes
   */
  @Activate
  public {{class}}(@Reference(target = "(vaelix.part.type=reference)") Backend<?> reference) {
    this.reference = reference;
  }

  /** Creates the backend on a flat class path. */
  public {{class}}() {
    this(referenceOnClassPath());
  }

  @SuppressWarnings("rawtypes") // a class literal of a generic interface has no other form
  private static Backend<?> referenceOnClassPath() {
    for (ServiceLoader.Provider<PartFactory> provider :
        ServiceLoader.load(PartFactory.class).stream().toList()) {
      PartType type = provider.type().getAnnotation(PartType.class);
      if (Backend.class.isAssignableFrom(provider.type()) && type.value().equals("reference")) {
        return (Backend<?>) provider.get();
      }
    }
    throw new IllegalStateException("there is no backend 'reference' on the class path");
  }

  @Override
  public Options defaults() {
    return new Options();
  }

  /** Below all others, so that {@code auto} does not take it before it is worth taking. */
  @Override
  public int rank() {
    return -1;
  }

  @Override
  public Availability availability() {
    return reference.availability();
  }

  @Override
  public List<String> devices() {
    return reference.devices();
  }

  @Override
  public int threads(Options options) {
    return threads(reference);
  }

  private static <C extends Record> int threads(Backend<C> backend) {
    return backend.threads(backend.defaults());
  }

  @Override
  public Program compile(Graph graph, Options options) {
    return compile(reference, graph);
  }

  private static <C extends Record> Program compile(Backend<C> backend, Graph graph) {
    return backend.compile(graph, backend.defaults());
  }
}
