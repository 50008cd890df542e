package org.vaelix.core.catalog;

import org.vaelix.core.part.PartFactory;

/** A factory in use. Whoever holds it may use the factory even if its bundle goes meanwhile. */
public interface Lease extends AutoCloseable {
  /** {@return what is leased} */
  PartReference part();

  /** {@return the factory} */
  PartFactory<?> factory();

  /**
   * Loads what the factory's bundle may still load later, so that a long run does not depend on the
   * bundle's file: a framework closes it when the bundle is refreshed.
   */
  default void loadAll() {}

  /** Gives the factory back. Closing twice does nothing. */
  @Override
  void close();
}
