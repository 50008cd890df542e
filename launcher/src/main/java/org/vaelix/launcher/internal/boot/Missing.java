package org.vaelix.launcher.internal.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in one line why a bundle does not start. */
public final class Missing {
  private static final String EXECUTION_ENVIRONMENT = "osgi.ee";

  private static final Map<String, String> NOUNS =
      Map.of(
          PackageNamespace.PACKAGE_NAMESPACE,
          "package",
          BundleNamespace.BUNDLE_NAMESPACE,
          "bundle",
          HostNamespace.HOST_NAMESPACE,
          "the bundle that it extends,",
          EXECUTION_ENVIRONMENT,
          "Java");

  private static final int RESOLVED = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;

  private Missing() {}

  /**
   * {@return what the bundle needs and does not get, else the framework's own words}
   *
   * @param bundle not resolved, or failed to start
   * @param all installed bundles
   * @param failure what the framework said
   */
  public static String explain(Bundle bundle, Bundle[] all, Throwable failure) {
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
    return needs.isEmpty()
        ? UsesConflict.of(bundle, all).orElseGet(() -> oneLine(failure))
        : "it needs " + String.join(", ", needs);
  }

  /** {@return symbolic name and version} */
  static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
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
      return describe(requirement) + " (" + otherVersions(requirement, all) + ")";
    }
    boolean works =
        offering.stream()
            .anyMatch(other -> other.equals(bundle) || (other.getState() & RESOLVED) != 0);
    return works ? null : offering.get(0).getSymbolicName() + " (which does not start)";
  }

  private static boolean offers(Bundle bundle, BundleRequirement requirement) {
    return capabilities(bundle, requirement.getNamespace()).anyMatch(requirement::matches);
  }

  /** {@return who offers what is needed in a version that does not fit} */
  private static String otherVersions(BundleRequirement requirement, Bundle[] all) {
    String namespace = requirement.getNamespace();
    if (namespace.equals(EXECUTION_ENVIRONMENT)) {
      return "this is Java " + Runtime.version().feature();
    }
    String name = name(requirement);
    String offers =
        Arrays.stream(all)
            .flatMap(bundle -> capabilities(bundle, namespace))
            .filter(capability -> name.equals(capability.getAttributes().get(namespace)))
            .map(Missing::offer)
            .distinct()
            .collect(Collectors.joining(", "));
    return offers.isEmpty() ? "no bundle offers it" : offers;
  }

  private static String offer(BundleCapability capability) {
    Map<String, Object> attributes = capability.getAttributes();
    Object version =
        attributes.getOrDefault(
            Constants.VERSION_ATTRIBUTE, attributes.get(Constants.BUNDLE_VERSION_ATTRIBUTE));
    BundleRevision owner = capability.getRevision();
    return owner.getSymbolicName() + " " + owner.getVersion() + " offers version " + version;
  }

  private static Stream<BundleCapability> capabilities(Bundle bundle, String namespace) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null ? Stream.empty() : revision.getDeclaredCapabilities(namespace).stream();
  }

  /** {@return the package or bundle that is asked for; empty if it is neither} */
  private static String name(BundleRequirement requirement) {
    Matcher matcher =
        Pattern.compile("\\(" + Pattern.quote(requirement.getNamespace()) + "=([^)]*)\\)")
            .matcher(filter(requirement));
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String filter(BundleRequirement requirement) {
    return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
  }

  /** Turns the framework's filter syntax into what a manifest says. */
  static String describe(BundleRequirement requirement) {
    String namespace = requirement.getNamespace();
    return NOUNS.getOrDefault(namespace, namespace)
        + " "
        + filter(requirement)
            .replaceFirst("^\\(&(.*)\\)$", "$1")
            .replaceFirst("\\(" + namespace.replace(".", "\\.") + "=([^)]*)\\)", "$1")
            .replaceFirst("^JavaSE\\(version=([^)]*)\\)$", "$1")
            .replaceFirst(
                "\\((?:bundle-)?version>=([^)]*)\\)\\(!\\((?:bundle-)?version>=([^)]*)\\)\\)",
                " [$1,$2)")
            .replaceFirst("\\((?:bundle-)?version>=([^)]*)\\)$", " $1 or newer")
            .replace(" 0.0.0 or newer", "");
  }

  /** {@return the message of the failure at the bottom, in one line} */
  public static String oneLine(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.toString() : message.replaceAll("\\s+", " ");
  }
}
