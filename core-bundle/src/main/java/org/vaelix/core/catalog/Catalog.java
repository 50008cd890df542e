package org.vaelix.core.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The parts on offer at this moment. Implemented by the core: an OSGi service over a live snapshot,
 * or a fixed list on a flat class path. Called by the recipe reader and by commands; safe for use
 * by any thread, never blocks and never calls a plug-in.
 */
public interface Catalog {
  /** {@return an immutable snapshot, sorted by kind and type} */
  List<PartReference> parts();

  /**
   * {@return a number that is another one after every change of the parts, so that a run can tell
   * between two steps, at the price of one read, that nothing has changed; 0 where nothing ever
   * does}
   */
  default long revision() {
    return 0;
  }

  /**
   * {@return the parts of a kind, sorted by type}
   *
   * @param kind for example {@code prior}
   */
  default List<PartReference> parts(String kind) {
    return parts().stream()
        .filter(part -> part.kind().equals(kind))
        .sorted(Comparator.comparing(PartReference::type))
        .toList();
  }

  /**
   * {@return the part of a kind and type, if there is one}
   *
   * @param kind for example {@code prior}
   * @param type for example {@code laplace}
   */
  default Optional<PartReference> find(String kind, String type) {
    return parts(kind).stream().filter(part -> part.type().equals(type)).findFirst();
  }

  /**
   * {@return what is leased at this moment: a part for each open lease, parts whose bundle has gone
   * among them} A catalog that never changes need not count.
   */
  default List<PartReference> leased() {
    return List.of();
  }
}
