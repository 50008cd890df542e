package org.vaelix.core.internal.catalog;

import java.util.concurrent.atomic.AtomicBoolean;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartFactory;

/**
 * A fetched service; the framework counts how often it has been fetched and given back, but tells
 * nobody, so {@link OpenLeases} counts, too.
 */
final class ServiceLease implements Lease {
  private final ServicePart part;
  private final PartFactory<?> factory;
  private final AtomicBoolean isOpen = new AtomicBoolean(true);

  ServiceLease(ServicePart part, PartFactory<?> factory) {
    this.part = part;
    this.factory = factory;
    part.leases().add(this);
  }

  @Override
  public PartReference part() {
    return part;
  }

  @Override
  public PartFactory<?> factory() {
    return factory;
  }

  @Override
  public void loadAll() {
    BundleClasses.load(factory.getClass().getClassLoader());
  }

  @Override
  public void close() {
    if (isOpen.getAndSet(false)) {
      part.leases().remove(this);
      try {
        part.context().ungetService(part.service());
      } catch (IllegalStateException e) {
        return; // this bundle has been stopped, which gave everything back
      }
    }
  }
}
