package org.vaelix.core.catalog;

/**
 * One part that is on offer. Knowing it neither loads its classes nor keeps it; {@link #lease}
 * does. Implemented by the core; safe for use by any thread.
 */
public interface PartReference {
  /** {@return the kind, for example {@code prior}} */
  String kind();

  /** {@return the type name within the kind, for example {@code laplace}} */
  String type();

  /** {@return where it comes from; computing the hash may read the bundle} */
  Origin origin();

  /**
   * {@return the factory, held until the lease is closed}
   *
   * @throws CatalogException if its bundle has gone, or its factory fails to start
   */
  Lease lease();
}
