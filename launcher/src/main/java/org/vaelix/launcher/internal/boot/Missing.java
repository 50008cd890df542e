package org.vaelix.launcher.internal.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in one line why a bundle does not start. */
final class Missing {
  private static final int RESOLVED = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;

  private Missing() {}

  /**
   * {@return what the bundle needs and does not get, else the framework's own words}
   *
   * @param bundle not resolved, or failed to start
   * @param all installed bundles
   * @param failure what the framework said
   */
  static String explain(Bundle bundle, Bundle[] all, Throwable failure) {
    if (bundle.getState() != Bundle.INSTALLED) {
      return oneLine(failure);
    }
    List<String> needs =
        bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
            .filter(Missing::isMandatory)
            .map(requirement -> need(requirement, bundle, all))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return needs.isEmpty() ? oneLine(failure) : "it needs " + String.join(", ", needs);
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    String resolution =
        directives.getOrDefault(Constants.RESOLUTION_DIRECTIVE, Constants.RESOLUTION_MANDATORY);
    String effective =
        directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
    return resolution.equals(Constants.RESOLUTION_MANDATORY)
        && effective.equals(Constants.EFFECTIVE_RESOLVE);
  }

  /** {@return what is missing, or null if a bundle that can start offers it} */
  private static String need(BundleRequirement requirement, Bundle bundle, Bundle[] all) {
    List<Bundle> offering = Arrays.stream(all).filter(other -> offers(other, requirement)).toList();
    if (offering.isEmpty()) {
      return describe(requirement) + " (no bundle offers it)";
    }
    boolean works =
        offering.stream()
            .anyMatch(other -> other.equals(bundle) || (other.getState() & RESOLVED) != 0);
    return works ? null : offering.get(0).getSymbolicName() + " (which does not start)";
  }

  private static boolean offers(Bundle bundle, BundleRequirement requirement) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null
        && revision.getDeclaredCapabilities(requirement.getNamespace()).stream()
            .anyMatch(requirement::matches);
  }

  /** Turns the framework's filter syntax into what a manifest says. */
  static String describe(BundleRequirement requirement) {
    String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    String namespace = requirement.getNamespace();
    String kind = namespace.equals(PackageNamespace.PACKAGE_NAMESPACE) ? "package" : namespace;
    return kind
        + " "
        + filter
            .replaceFirst("^\\(&(.*)\\)$", "$1")
            .replaceFirst("\\(" + namespace.replace(".", "\\.") + "=([^)]*)\\)", "$1")
            .replaceFirst("\\(version>=([^)]*)\\)\\(!\\(version>=([^)]*)\\)\\)", " [$1,$2)");
  }

  /** {@return the message of the failure at the bottom, in one line} */
  static String oneLine(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.toString() : message.replaceAll("\\s+", " ");
  }
}
