package org.vaelix.core.internal.catalog;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader.Provider;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartFactory;

/**
 * A part on a flat class path.
 *
 * @param kind of the part
 * @param type of the part
 * @param provider makes its factory
 */
@SuppressWarnings("rawtypes") // as ServiceLoader gives it
public record ClassPathPart(String kind, String type, Provider<PartFactory> provider)
    implements PartReference {
  @Override
  public Origin origin() {
    return Origins.of(provider.type());
  }

  /** Factories hold no state and a class path does not change: there is nothing to give back. */
  @Override
  public Lease lease() {
    try {
      return new Held(this, provider.get());
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CatalogException(
          kind + " '" + type + "' from " + origin() + " cannot be made: " + cause, e);
    }
  }

  private record Held(PartReference part, PartFactory<?> factory) implements Lease {
    @Override
    public void close() {}
  }
}
