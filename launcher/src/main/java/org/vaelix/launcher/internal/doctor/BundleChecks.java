package org.vaelix.launcher.internal.doctor;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.vaelix.launcher.internal.boot.BoundedStart;
import org.vaelix.launcher.internal.boot.Missing;

/**
 * Why a bundle is not active. The framework keeps no reasons, so one that should be running is
 * started once more, which is what the framework itself would do at its next start.
 */
final class BundleChecks {
  private final BundleContext context;

  BundleChecks(BundleContext context) {
    this.context = context;
  }

  /** {@return why a bundle does not run; empty if it does, or need not} */
  Optional<String> reason(Bundle bundle) {
    if (bundle.getSymbolicName() == null) {
      return Optional.of("is no OSGi bundle (no Bundle-SymbolicName)");
    }
    return switch (bundle.getState()) {
      case Bundle.INSTALLED -> unresolved(bundle);
      case Bundle.RESOLVED -> Subjects.isFragment(bundle) ? Optional.empty() : idle(bundle);
      case Bundle.STARTING -> isLazy(bundle) ? Optional.empty() : waiting("start");
      case Bundle.STOPPING -> waiting("stop");
      default -> Optional.empty();
    };
  }

  private static Optional<String> waiting(String method) {
    return Optional.of("its activator has not come back from '" + method + "' yet");
  }

  private Optional<String> unresolved(Bundle bundle) {
    FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
    if (wiring.resolveBundles(List.of(bundle))) {
      return Subjects.isFragment(bundle) ? Optional.empty() : idle(bundle);
    }
    if (Subjects.isFragment(bundle)) {
      String fallback = "the framework cannot attach it to its host, which is resolved already";
      return Optional.of(
          "is not attached: "
              + Missing.explain(bundle, context.getBundles(), new BundleException(fallback)));
    }
    return start(bundle);
  }

  private Optional<String> idle(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()
        ? start(bundle)
        : Optional.of("is stopped; 'start " + bundle.getBundleId() + "' in the shell starts it");
  }

  private Optional<String> start(Bundle bundle) {
    try {
      BoundedStart.start(bundle, Bundle.START_TRANSIENT, BoundedStart.patience());
      return Optional.empty();
    } catch (BundleException e) {
      return Optional.of("does not start: " + Missing.explain(bundle, context.getBundles(), e));
    }
  }

  private static boolean isLazy(Bundle bundle) {
    String policy = bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY);
    return policy != null && policy.startsWith(Constants.ACTIVATION_LAZY);
  }
}
