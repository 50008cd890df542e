package org.vaelix.core.internal.recipe;

import org.vaelix.core.catalog.PartReference;

/**
 * Where the reader is.
 *
 * @param path as a JSON pointer
 * @param owner the part whose options are being read, or null
 * @param depth how many times a default has led on to another default
 */
record Place(String path, PartReference owner, int depth) {
  /** The whole recipe. */
  static final Place ROOT = new Place("", null, 0);

  /** {@return the place of a member or element} */
  Place child(Object key) {
    return new Place(Pointer.child(path, key), owner, depth);
  }

  /** {@return the place of a member that is not written but taken from defaults} */
  Place defaulted(Object key) {
    return new Place(Pointer.child(path, key), owner, depth + 1);
  }

  /** {@return this place, with a part whose options are here} */
  Place within(PartReference part) {
    return new Place(path, part, depth);
  }
}
