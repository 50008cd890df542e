package org.vaelix.core.internal.catalog;

import java.util.Optional;
import java.util.stream.Stream;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartKind;

/** Finds the kind of what a factory makes. */
public final class Kinds {
  private Kinds() {}

  /** {@return the kind on a factory's class, its interfaces or those of its superclasses} */
  public static Optional<String> of(Class<?> type) {
    if (type == null || !PartFactory.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    PartKind kind = type.getAnnotation(PartKind.class);
    if (kind != null) {
      return Optional.of(kind.value());
    }
    return Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
        .flatMap(parent -> of(parent).stream())
        .findFirst();
  }
}
