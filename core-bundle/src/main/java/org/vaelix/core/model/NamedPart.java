package org.vaelix.core.model;

/** A default by name; the recipe reader replaces it by the part it finds in the catalog. */
record NamedPart<P>(String type) implements PartSpec<P> {
  @Override
  public P create(ModelContext context) {
    throw new ModelException("part '" + type + "' has not been looked up in a catalog");
  }
}
