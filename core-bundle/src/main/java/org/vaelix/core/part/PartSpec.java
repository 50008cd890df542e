package org.vaelix.core.part;

import org.vaelix.core.model.ModelContext;

/**
 * A part that a recipe asks for, not yet made: its factory and a checked configuration. Used as the
 * type of a configuration component, for example {@code PartSpec<Prior>}; made by the recipe
 * reader, called by the part that contains it.
 *
 * @param <P> what is made, an interface annotated with {@link PartKind}
 */
public interface PartSpec<P> {
  /** {@return the part's type name} */
  String type();

  /**
   * Makes the part for one trace.
   *
   * @param context where it declares its parameters; the maker scopes it under a name
   * @return the part
   * @throws org.vaelix.core.model.ModelException if the part cannot be made here
   */
  P create(ModelContext context);
}
