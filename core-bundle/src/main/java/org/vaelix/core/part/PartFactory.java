package org.vaelix.core.part;

/**
 * Makes parts of one type from a configuration. Every part an author ships implements a
 * sub-interface of this one (a {@code PriorFactory}, a {@code LikelihoodFactory} …), is annotated
 * with {@code @Component} and {@link PartType}, has a public constructor without arguments, and
 * holds no state.
 *
 * @param <C> the configuration: a record whose components carry {@link Doc}; its constructor checks
 *     values with {@link Check}. Components may be numbers, booleans, strings, enums, lists,
 *     optionals, nested records, parts ({@link org.vaelix.core.model.PartSpec}) and values such as
 *     {@code Schedule}.
 */
public interface PartFactory<C extends Record> {
  /** {@return the configuration when a recipe says nothing} */
  C defaults();
}
