package org.vaelix.launcher.internal.boot;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in one line why a bundle does not start. */
final class Missing {
  private Missing() {}

  /**
   * {@return what the bundle needs that no installed bundle offers, else the framework's own words}
   *
   * @param bundle not resolved, or failed to start
   * @param all installed bundles
   * @param failure what the framework said
   */
  static String explain(Bundle bundle, Bundle[] all, Throwable failure) {
    List<String> needs =
        requirements(bundle).stream()
            .filter(Missing::isMandatory)
            .filter(requirement -> !isOffered(requirement, all))
            .map(Missing::describe)
            .distinct()
            .toList();
    return needs.isEmpty()
        ? oneLine(failure)
        : "needs " + String.join(", ", needs) + ", which no bundle offers";
  }

  private static List<BundleRequirement> requirements(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null || bundle.getState() != Bundle.INSTALLED
        ? List.of()
        : revision.getDeclaredRequirements(null);
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    var directives = requirement.getDirectives();
    return !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
        && Constants.EFFECTIVE_RESOLVE.equals(
            directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
  }

  private static boolean isOffered(BundleRequirement requirement, Bundle[] all) {
    return Arrays.stream(all)
        .map(other -> other.adapt(BundleRevision.class))
        .filter(Objects::nonNull)
        .map(revision -> revision.getDeclaredCapabilities(requirement.getNamespace()))
        .flatMap(Collection::stream)
        .anyMatch((BundleCapability capability) -> requirement.matches(capability));
  }

  private static String describe(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
    String kind =
        requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
            ? "package"
            : requirement.getNamespace();
    return filter == null
        ? kind
        : kind + " " + filter.replaceAll("^\\(&|\\)$", "").replace("osgi.wiring.package=", "");
  }

  static String oneLine(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
  }
}
