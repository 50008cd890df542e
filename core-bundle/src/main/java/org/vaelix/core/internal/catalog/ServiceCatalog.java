package org.vaelix.core.internal.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;

/**
 * The parts that bundles offer as services at this moment. Services are looked at, not fetched:
 * their classes are loaded when somebody leases them.
 */
@Component(service = Catalog.class)
public final class ServiceCatalog implements Catalog {
  /** The service property that {@code @PartType} becomes. */
  static final String TYPE = "vaelix.part.type";

  /** Newest bundle first, then the service that was there first, so that the order is total. */
  private static final Comparator<ServicePart> ORDER =
      Comparator.comparing(ServicePart::kind)
          .thenComparing(ServicePart::type)
          .thenComparing(ServicePart::version, Comparator.reverseOrder())
          .thenComparing(ServicePart::service, Comparator.reverseOrder());

  private final AtomicReference<List<ServicePart>> snapshot = new AtomicReference<>(List.of());
  private final OpenLeases leases = new OpenLeases();
  private final AtomicLong revision = new AtomicLong();
  private final ServiceTracker<Object, AtomicReference<ServicePart>> tracker;

  /**
   * Starts looking.
   *
   * @param context of the bundle in whose name parts are leased
   */
  @Activate
  public ServiceCatalog(BundleContext context) throws InvalidSyntaxException {
    tracker =
        new ServiceTracker<>(
            context, context.createFilter("(" + TYPE + "=*)"), new Watcher(context));
    tracker.open();
  }

  /** Stops looking; leases stay valid. */
  @Deactivate
  public void stop() {
    tracker.close();
  }

  @Override
  public List<PartReference> parts() {
    return List.copyOf(snapshot.get());
  }

  @Override
  public List<PartReference> leased() {
    return leases.parts();
  }

  @Override
  public long revision() {
    return revision.get();
  }

  private void replace(ServicePart old, ServicePart fresh) {
    snapshot.updateAndGet(
        parts ->
            Stream.concat(parts.stream().filter(part -> part != old), Stream.ofNullable(fresh))
                .sorted(ORDER)
                .toList());
    revision.incrementAndGet(); // after the snapshot: who sees this number sees those parts
  }

  /** Follows the services as they come and go; called by the framework, on any thread. */
  private final class Watcher
      implements ServiceTrackerCustomizer<Object, AtomicReference<ServicePart>> {
    private final BundleContext context;

    Watcher(BundleContext context) {
      this.context = context;
    }

    @Override
    public AtomicReference<ServicePart> addingService(ServiceReference<Object> service) {
      AtomicReference<ServicePart> tracked = new AtomicReference<>();
      modifiedService(service, tracked);
      return tracked;
    }

    /** A configuration may give a service another type name; what is leased stays leased. */
    @Override
    public void modifiedService(
        ServiceReference<Object> service, AtomicReference<ServicePart> tracked) {
      ServicePart fresh = ServicePart.of(service, context, leases).orElse(null);
      replace(tracked.getAndSet(fresh), fresh);
    }

    @Override
    public void removedService(
        ServiceReference<Object> service, AtomicReference<ServicePart> tracked) {
      replace(tracked.get(), null);
    }
  }
}
