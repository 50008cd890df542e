package org.vaelix.core.internal.catalog;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartFactory;

/**
 * A part that a bundle offers as a service.
 *
 * @param kind of the part
 * @param type of the part
 * @param service its reference, not fetched
 * @param bundle that offers it; kept because a reference forgets it when the service goes
 * @param version of the bundle when it offered the part; an update gives the bundle another one
 * @param context in whose name it is leased
 * @param leases those that are open, of all parts
 */
record ServicePart(
    String kind,
    String type,
    ServiceReference<Object> service,
    Bundle bundle,
    Version version,
    BundleContext context,
    OpenLeases leases)
    implements PartReference {

  /** {@return the part behind a service, if it is one} */
  static Optional<ServicePart> of(
      ServiceReference<Object> service, BundleContext context, OpenLeases leases) {
    Bundle bundle = service.getBundle();
    boolean isNamed = service.getProperty(ServiceCatalog.TYPE) instanceof String;
    if (bundle == null || !isNamed) {
      return Optional.empty();
    }
    String type = (String) service.getProperty(ServiceCatalog.TYPE);
    return ServiceKinds.of(service)
        .map(
            kind ->
                new ServicePart(kind, type, service, bundle, bundle.getVersion(), context, leases));
  }

  @Override
  public Origin origin() {
    String hash = Origins.sha256(Origins.file(bundle.getLocation()));
    return new Origin(bundle.getSymbolicName(), version.toString(), hash);
  }

  @Override
  public Lease lease() {
    try {
      Object factory = context.getService(service);
      if (factory instanceof PartFactory<?> part) {
        return new ServiceLease(this, part);
      }
      throw refusal(
          service.getBundle() == null
              ? "its bundle has been stopped or removed; start or install it"
              : "its component does not start; the framework's log says why",
          null);
    } catch (IllegalStateException e) {
      throw refusal("the framework is stopping", e);
    } catch (RuntimeException | LinkageError e) {
      throw e instanceof CatalogException refused ? refused : refusal("it failed: " + e, e);
    }
  }

  private CatalogException refusal(String reason, Throwable cause) {
    String who = kind + " '" + type + "' from " + bundle.getSymbolicName() + " " + version;
    return new CatalogException(who + " cannot be had: " + reason, cause);
  }
}
