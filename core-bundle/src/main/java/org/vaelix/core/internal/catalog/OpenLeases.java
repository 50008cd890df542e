package org.vaelix.core.internal.catalog;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;

/** The leases that are open at this moment, for whoever asks what holds a bundle. */
final class OpenLeases {
  private final Set<Lease> open = ConcurrentHashMap.newKeySet();

  void add(Lease lease) {
    open.add(lease);
  }

  void remove(Lease lease) {
    open.remove(lease);
  }

  /** {@return a part for each open lease} */
  List<PartReference> parts() {
    return open.stream().map(Lease::part).toList();
  }
}
