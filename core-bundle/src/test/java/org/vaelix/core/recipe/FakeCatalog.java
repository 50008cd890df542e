package org.vaelix.core.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartFactory;

/** A catalog of given factories that counts its leases. */
final class FakeCatalog implements Catalog {
  private final List<PartReference> parts = new ArrayList<>();
  private int leases;

  FakeCatalog with(String kind, String type, PartFactory<?> factory) {
    return with(kind, type, factory, "1.2.3");
  }

  /** Of several versions the one that is added first counts as the newest. */
  FakeCatalog with(String kind, String type, PartFactory<?> factory, String version) {
    parts.add(new Reference(kind, type, factory, version));
    parts.sort(Comparator.comparing(PartReference::kind).thenComparing(PartReference::type));
    return this;
  }

  FakeCatalog without(String kind, String type) {
    parts.removeIf(part -> part.kind().equals(kind) && part.type().equals(type));
    return this;
  }

  /** {@return how many leases have not been closed} */
  int leases() {
    return leases;
  }

  @Override
  public List<PartReference> parts() {
    return List.copyOf(parts);
  }

  private final class Reference implements PartReference {
    private final String kind;
    private final String type;
    private final PartFactory<?> factory;
    private final String version;

    Reference(String kind, String type, PartFactory<?> factory, String version) {
      this.kind = kind;
      this.type = type;
      this.factory = factory;
      this.version = version;
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
      return new Origin("org.example.fake", version, "");
    }

    @Override
    public Lease lease() {
      if (factory == null) {
        throw new CatalogException(kind + " '" + type + "' has gone", null);
      }
      leases++;
      return new FakeLease();
    }

    private final class FakeLease implements Lease {
      private boolean isOpen = true;

      @Override
      public PartReference part() {
        return Reference.this;
      }

      @Override
      public PartFactory<?> factory() {
        return factory;
      }

      @Override
      public void close() {
        leases -= isOpen ? 1 : 0;
        isOpen = false;
      }
    }
  }
}
