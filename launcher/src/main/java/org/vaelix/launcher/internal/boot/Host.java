package org.vaelix.launcher.internal.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A framework with the bundles of the packaged directory. It speaks with the command line through
 * types of the JDK only, because the classes of this jar exist twice: here, and in its bundle.
 */
public final class Host {
  /** How the command line is found: a {@code ToIntFunction<String[]>}, arguments to exit code. */
  private static final String ENTRY =
      "(&(objectClass=java.util.function.ToIntFunction)(vaelix.entry=true))";

  private static final long PATIENCE_MILLISECONDS = 10_000;

  private final Home home;
  private final List<String> problems = new ArrayList<>();
  private volatile Object entry;

  /**
   * Creates the host; nothing runs yet.
   *
   * @param home the packaged directory
   */
  public Host(Home home) {
    this.home = home;
  }

  /**
   * Runs one command.
   *
   * @param arguments of the command line
   * @return the exit code
   */
  public int run(String[] arguments) {
    try {
      Storage storage = Storage.create(Path.of(System.getProperty("java.io.tmpdir")));
      ForeignExit exit = new ForeignExit(home::isPlugin, this::askToStop, storage::close);
      Runtime.getRuntime().addShutdownHook(new Thread(exit::run, "vaelix-clean-up"));
      Signals signals = Signals.listen(this::askToStop, storage::close);
      try {
        return run(arguments, storage, exit);
      } finally {
        exit.done();
        signals.awaitEnd();
      }
    } catch (BootException e) {
      System.err.println("vaelix: " + e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      System.err.println("vaelix: the framework fails: " + Missing.oneLine(e));
      return 1;
    }
  }

  private int run(String[] arguments, Storage storage, ForeignExit exit) {
    Framework framework = newFramework(storage.folder());
    try {
      framework.start();
      exit.started(framework.getBundleContext());
      ForeignStop stop = ForeignStop.watch(framework.getBundleContext(), home::isPlugin);
      startAll(framework.getBundleContext());
      entry = awaitEntry(framework.getBundleContext());
      problems.forEach(problem -> System.err.println("vaelix: " + problem));
      int code = call(arguments);
      exit.done();
      stop.expect();
      framework.stop();
      framework.waitForStop(PATIENCE_MILLISECONDS);
      return code;
    } catch (BundleException e) {
      throw new BootException("the framework does not start: " + Missing.oneLine(e), e);
    } catch (InterruptedException e) {
      throw new BootException("interrupted", e);
    }
  }

  @SuppressWarnings("unchecked")
  private int call(String[] arguments) {
    return ((ToIntFunction<String[]>) entry).applyAsInt(arguments);
  }

  /** The command line says itself whether what it runs will stop; while there is none, nothing. */
  private boolean askToStop() {
    return entry instanceof BooleanSupplier command && command.getAsBoolean();
  }

  private Framework newFramework(Path storage) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    settings.put("vaelix.home", home.folder().toString());
    settings.putAll(Watching.settings(home.folder().resolve("plugins"), storage));
    // Problems are reported below, one line each; Felix would write stack traces to stdout.
    settings.put("felix.log.level", "0");
    // The folder is this process's own.
    settings.put("felix.cache.locking", "false");
    return ServiceLoader.load(FrameworkFactory.class)
        .findFirst()
        .orElseThrow(() -> new BootException("there is no OSGi framework in " + home, null))
        .newFramework(settings);
  }

  private void startAll(BundleContext context) {
    List<Bundle> installed = new ArrayList<>();
    home.bundles().forEach(jar -> install(context, jar, installed));
    home.plugins().forEach(jar -> install(context, jar, installed));
    Map<Bundle, BundleException> failures = new LinkedHashMap<>();
    installed.forEach(bundle -> start(bundle, failures));
    // Only now is it known which bundles could help.
    failures.forEach((bundle, failure) -> explain(context, bundle, failure));
  }

  private void install(BundleContext context, Path jar, List<Bundle> installed) {
    try {
      // "reference:" reads the jar where it is instead of copying it.
      Bundle bundle = context.installBundle("reference:" + jar.toUri());
      if (bundle.getSymbolicName() == null) {
        problems.add(jar + " is not started: it is no OSGi bundle (no Bundle-SymbolicName)");
      } else {
        installed.add(bundle);
      }
    } catch (BundleException e) {
      problems.add(jar + " is not started: " + Missing.oneLine(e));
    }
  }

  private static void start(Bundle bundle, Map<Bundle, BundleException> failures) {
    if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null) {
      return;
    }
    try {
      BoundedStart.start(bundle, 0, BoundedStart.patience());
    } catch (BundleException e) {
      failures.put(bundle, e);
    }
  }

  private void explain(BundleContext context, Bundle bundle, BundleException failure) {
    problems.add(
        "bundle "
            + Missing.name(bundle)
            + " does not start: "
            + Missing.explain(bundle, context.getBundles(), failure));
  }

  private Object awaitEntry(BundleContext context) throws InterruptedException {
    try {
      var tracker = new ServiceTracker<>(context, context.createFilter(ENTRY), null);
      tracker.open();
      // With a bundle missing there is little hope, so the user need not wait.
      Object found = tracker.waitForService(problems.isEmpty() ? PATIENCE_MILLISECONDS : 1);
      if (found == null) {
        throw new BootException(
            "the command line does not start"
                + (problems.isEmpty()
                    ? ", though all bundles do"
                    : ":\n  " + String.join("\n  ", problems)),
            null);
      }
      return found;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
