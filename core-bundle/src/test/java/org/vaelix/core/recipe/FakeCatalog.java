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
    parts.add(new Reference(kind, type, factory));
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

    Reference(String kind, String type, PartFactory<?> factory) {
      this.kind = kind;
      this.type = type;
      this.factory = factory;
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
      return new Origin("org.example.fake", "1.2.3", "");
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
