package org.vaelix.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.vaelix.core.internal.catalog.ClassPathPart;
import org.vaelix.core.internal.catalog.Kinds;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartType;

/**
 * The parts on a flat class path, found once through {@link ServiceLoader}. For tests, programs
 * without a framework and executors of a cluster engine.
 */
@SuppressWarnings("rawtypes") // a class literal of a generic interface has no other form
public final class ClassPathCatalog implements Catalog {
  /** More failures than this are one failure that repeats itself. */
  private static final int MOST_PROBLEMS = 1000;

  private final List<PartReference> parts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private ClassPathCatalog(ClassLoader loader) {
    Iterator<ServiceLoader.Provider<PartFactory>> providers =
        ServiceLoader.load(PartFactory.class, loader).stream().iterator();
    while (problems.size() < MOST_PROBLEMS && addNext(providers)) {}
    parts.sort(Comparator.comparing(PartReference::kind).thenComparing(PartReference::type));
  }

  /**
   * {@return the parts that a class loader sees}
   *
   * @param loader for example that of the calling class
   */
  public static ClassPathCatalog of(ClassLoader loader) {
    return new ClassPathCatalog(loader);
  }

  @Override
  public List<PartReference> parts() {
    return List.copyOf(parts);
  }

  /** {@return what was found but cannot be used, one sentence each} */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** {@return whether there may be more} */
  private boolean addNext(Iterator<ServiceLoader.Provider<PartFactory>> providers) {
    try {
      if (!providers.hasNext()) {
        return false;
      }
      add(providers.next());
    } catch (ServiceConfigurationError | LinkageError e) {
      problems.add("a part on the class path cannot be loaded: " + e.getMessage());
    }
    return true;
  }

  private void add(ServiceLoader.Provider<PartFactory> provider) {
    Class<?> type = provider.type();
    String kind = Kinds.of(type).orElse("");
    PartType name = type.getAnnotation(PartType.class);
    if (kind.isEmpty()) {
      problems.add(type.getName() + " implements no interface with @PartKind");
    } else if (name == null) {
      problems.add(type.getName() + " has no @PartType");
    } else {
      parts.add(new ClassPathPart(kind, name.value(), provider));
    }
  }
}
