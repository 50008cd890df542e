package org.vaelix.core.internal.recipe;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.internal.contain.Faults;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartFactory;

/**
 * What a part says about itself.
 *
 * @param part which
 * @param doc of its factory, or null
 * @param options in the order of its record
 * @param fault why it says nothing; empty if all is well
 */
public record PartFile(PartReference part, Doc doc, List<Option> options, String fault) {

  /** {@return what a part says; never throws, for a list must not end at the first bad part} */
  public static PartFile of(PartReference part) {
    try (Lease lease = part.lease()) {
      PartFactory<?> factory = lease.factory();
      Record defaults = factory.defaults();
      Optional<String> reserved = Option.reserved(defaults.getClass());
      if (reserved.isPresent()) {
        return new PartFile(part, null, List.of(), Faults.sentence(part, reserved.get()));
      }
      Option.refuseCycles(defaults.getClass(), List.of());
      return new PartFile(
          part,
          factory.getClass().getAnnotation(Doc.class),
          Option.of(defaults.getClass(), Defaults.of(defaults)),
          "");
    } catch (CatalogException e) {
      return new PartFile(part, null, List.of(), e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return new PartFile(part, null, List.of(), Faults.sentence(part, "its defaults", e));
    }
  }

  /** {@return whether its type's name alone can stand for it in a recipe} */
  boolean hasShortForm() {
    return options.stream().noneMatch(Option::isRequired);
  }
}
