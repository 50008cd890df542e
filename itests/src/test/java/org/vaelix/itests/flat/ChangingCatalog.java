package org.vaelix.itests.flat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartFactory;

/** The parts of the class path, which come and go here as they would with their bundles. */
final class ChangingCatalog implements Catalog {
  private final AtomicInteger leases = new AtomicInteger();
  private final AtomicLong revision = new AtomicLong();
  private volatile List<PartReference> parts =
      FlatRun.catalog().parts().stream().<PartReference>map(this::counted).toList();

  @Override
  public List<PartReference> parts() {
    return parts;
  }

  @Override
  public long revision() {
    return revision.get();
  }

  /** {@return how many leases have not been closed} */
  int leases() {
    return leases.get();
  }

  /** Takes a part away. */
  synchronized void remove(String kind, String type) {
    parts = parts.stream().filter(part -> !isOf(part, kind, type)).toList();
    revision.incrementAndGet();
  }

  /** Puts the part of the class path in the place of what is there, as an update would. */
  void renew(String kind, String type) {
    put(counted(FlatRun.catalog().find(kind, type).orElseThrow()));
  }

  /** Puts a part in the place of what is there, from a bundle of version 2. */
  void put(String kind, String type, PartFactory<?> factory) {
    put(new Counted(kind, type, new Origin("org.example.newcomer", "2.0.0", ""), null, factory));
  }

  private synchronized void put(PartReference fresh) {
    remove(fresh.kind(), fresh.type());
    parts = Stream.concat(parts.stream(), Stream.of(fresh)).toList();
    revision.incrementAndGet();
  }

  private Counted counted(PartReference part) {
    return new Counted(part.kind(), part.type(), part.origin(), part, null);
  }

  private static boolean isOf(PartReference part, String kind, String type) {
    return part.kind().equals(kind) && part.type().equals(type);
  }

  /** A reference equals only itself, as that of a service does. */
  private final class Counted implements PartReference {
    private final String kind;
    private final String type;
    private final Origin origin;
    private final PartReference source;
    private final PartFactory<?> given;

    Counted(String kind, String type, Origin origin, PartReference source, PartFactory<?> given) {
      this.kind = kind;
      this.type = type;
      this.origin = origin;
      this.source = source;
      this.given = given;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public String type() {
      return type;
    }

    @Override
    public Origin origin() {
      return origin;
    }

    @Override
    public Lease lease() {
      PartFactory<?> factory = source == null ? given : source.lease().factory();
      leases.incrementAndGet();
      return new CountedLease(this, factory);
    }
  }

  private final class CountedLease implements Lease {
    private final PartReference part;
    private final PartFactory<?> factory;
    private boolean isOpen = true;

    CountedLease(PartReference part, PartFactory<?> factory) {
      this.part = part;
      this.factory = factory;
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
    public void close() {
      if (isOpen) {
        isOpen = false;
        leases.decrementAndGet();
      }
    }
  }
}
