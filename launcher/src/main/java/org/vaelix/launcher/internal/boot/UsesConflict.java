package org.vaelix.launcher.internal.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Two packages of one name that would meet in a bundle: it imports one version, and what it imports
 * from another bundle hands on classes of another version (OSGi Core, release 8, section 3.7.6,
 * package constraints).
 */
final class UsesConflict {
  private static final String PACKAGE = PackageNamespace.PACKAGE_NAMESPACE;

  private UsesConflict() {}

  /**
   * {@return the conflict that keeps a bundle from being resolved, in a sentence, if there is one}
   */
  static Optional<String> of(Bundle bundle, Bundle[] all) {
    List<BundleRequirement> imports =
        bundle.adapt(BundleRevision.class).getDeclaredRequirements(PACKAGE);
    return imports.stream()
        .flatMap(one -> offers(one, all))
        .flatMap(offer -> imports.stream().flatMap(other -> conflict(offer, other).stream()))
        .findFirst();
  }

  private static Stream<BundleCapability> offers(BundleRequirement one, Bundle[] all) {
    return Arrays.stream(all)
        .map(bundle -> bundle.adapt(BundleWiring.class))
        .filter(wiring -> wiring != null)
        .flatMap(wiring -> wiring.getCapabilities(PACKAGE).stream())
        .filter(one::matches);
  }

  /** {@return what is wrong if an offer uses a package that is not the one that is asked for} */
  private static Optional<String> conflict(BundleCapability offer, BundleRequirement other) {
    return used(offer)
        .filter(capability -> isOther(capability, other))
        .findFirst()
        .map(
            capability ->
                String.format(
                    "it needs %s, but %s, from which it imports %s, hands on classes of version %s"
                        + " (a uses constraint); build both with one version",
                    Missing.describe(other),
                    Missing.name(offer.getRevision().getBundle()),
                    offer.getAttributes().get(PACKAGE),
                    capability.getAttributes().get(Constants.VERSION_ATTRIBUTE)));
  }

  /** {@return the packages whose classes an offered package hands on, as they are wired} */
  private static Stream<BundleCapability> used(BundleCapability offer) {
    String directive = offer.getDirectives().getOrDefault(Constants.USES_DIRECTIVE, "");
    List<String> names = Arrays.stream(directive.split(",")).map(String::strip).toList();
    BundleWiring wiring = offer.getRevision().getWiring();
    return wiring == null
        ? Stream.empty()
        : wiring.getRequiredWires(PACKAGE).stream()
            .map(wire -> wire.getCapability())
            .filter(capability -> names.contains(capability.getAttributes().get(PACKAGE)));
  }

  private static boolean isOther(BundleCapability capability, BundleRequirement other) {
    String name = "(" + PACKAGE + "=" + capability.getAttributes().get(PACKAGE) + ")";
    return other.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "").contains(name)
        && !other.matches(capability);
  }
}
