package org.vaelix.launcher.internal.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;

/**
 * Looks at every bundle of the framework, tries every part, and writes down what does not work. A
 * part is tried before components are looked at, since a component fails only when it is asked for.
 */
public final class Examination {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BundleContext context;
  private final Catalog catalog;
  private final BundleChecks bundleChecks;
  private final ComponentChecks componentChecks;
  private final PartChecks partChecks = new PartChecks(PATIENCE);
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> backends = new TreeMap<>();

  /**
   * Prepares an examination.
   *
   * @param context of this bundle
   * @param catalog of parts
   * @param runtime of components
   */
  public Examination(BundleContext context, Catalog catalog, ServiceComponentRuntime runtime) {
    this.context = context;
    this.catalog = catalog;
    this.bundleChecks = new BundleChecks(context);
    this.componentChecks = new ComponentChecks(context, runtime);
  }

  /** {@return what was found} */
  public Diagnosis run() {
    List<PartReference> leased = catalog.leased();
    for (Bundle bundle : bundles()) {
      bundleChecks.reason(bundle).ifPresent(reason -> add(bundle, reason));
    }
    Offers offers = new Offers(context, catalog.parts());
    List<BundleReport> reports = new ArrayList<>();
    for (Bundle bundle : bundles()) {
      if (bundle.getState() == Bundle.ACTIVE) {
        examine(bundle, offers);
      }
      reports.add(report(bundle, offers, leased));
    }
    held(leased);
    findings.addAll(offers.clashes());
    findings.addAll(new FileChecks(context).findings());
    return new Diagnosis(reports, backends, List.copyOf(findings));
  }

  /** Names bundles that have gone, or were updated, and are kept in memory by a run. */
  private void held(List<PartReference> leased) {
    Set<Manifests.Identity> present =
        bundles().stream().map(Manifests.Identity::of).collect(Collectors.toSet());
    leased.stream()
        .filter(part -> !present.contains(Offers.owner(part)))
        .distinct()
        .map(
            part ->
                new Finding(
                    Offers.owner(part).toString(),
                    "has gone, but its " + PartChecks.name(part) + " is held until its run ends"))
        .forEach(findings::add);
  }

  private List<Bundle> bundles() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getBundleId() != 0) // the framework itself
        .sorted(Comparator.comparing(Subjects::of))
        .toList();
  }

  private void add(Bundle bundle, String reason) {
    findings.add(new Finding(Subjects.of(bundle), reason));
  }

  private void examine(Bundle bundle, Offers offers) {
    List<String> faults = new ArrayList<>();
    for (PartReference part : offers.parts(bundle)) {
      partChecks.fault(part).ifPresentOrElse(faults::add, () -> ask(bundle, part));
    }
    List<String> components = componentChecks.reasons(bundle);
    components.removeIf(component -> PartChecks.isEcho(component, faults));
    // The component's own failure says more than that its part cannot be had.
    faults.removeIf(
        fault -> !components.isEmpty() && fault.contains("its component does not start"));
    DescriptionChecks.reasons(bundle).forEach(reason -> add(bundle, reason));
    components.forEach(reason -> add(bundle, reason));
    faults.forEach(fault -> add(bundle, fault));
    offers.misfits(bundle).forEach(reason -> add(bundle, reason));
  }

  private void ask(Bundle bundle, PartReference part) {
    if (!part.kind().equals("backend")) {
      return;
    }
    Availability answer = partChecks.availability(part);
    backends.put(part.type(), answer.reason());
    if (!answer.isAvailable()) {
      add(bundle, PartChecks.name(part) + " cannot be used here: " + answer.reason());
    }
  }

  private static BundleReport report(Bundle bundle, Offers offers, List<PartReference> leased) {
    Manifests.Identity identity = Manifests.Identity.of(bundle);
    int leases = (int) leased.stream().map(Offers::owner).filter(identity::equals).count();
    return new BundleReport(
        identity.name(),
        identity.version().toString(),
        Subjects.state(bundle),
        leases,
        offers.names(bundle));
  }
}
