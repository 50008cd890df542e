package org.vaelix.core.model;

/**
 * A part that a recipe asks for, not yet made: its factory and a checked configuration. Used as the
 * type of a configuration component, for example {@code PartSpec<Prior>}; made by the recipe
 * reader, called by the part that contains it. In the defaults of a configuration, {@link #of}
 * stands for a part by its type's name.
 *
 * @param <P> what is made, an interface annotated with {@link org.vaelix.core.part.PartKind}
 */
public interface PartSpec<P> {
  /** {@return the part's type name} */
  String type();

  /**
   * Makes the part for one trace.
   *
   * @param context where it declares its parameters, scoped by the caller
   * @return the part
   * @throws ModelException if the part cannot be made here
   */
  P create(ModelContext context);

  /**
   * {@return a part of a type with its default options, to be found in the catalog when the
   * configuration is read}
   *
   * @param type the part's type name
   * @param <P> what is made
   */
  static <P> PartSpec<P> of(String type) {
    return new NamedPart<>(type);
  }
}
