package org.vaelix.launcher.internal.boot;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * What happens when a plug-in calls {@code System.exit}. Java 17 has no way left to refuse it. So
 * whoever did it is named, the running command is asked to stop, which writes a run's checkpoint,
 * and the exit code is that of a fault: a run that was cut off must not look like one that is done.
 */
final class ForeignExit {
  private static final int FAULT = 1;
  private static final long PATIENCE_SECONDS = 10;

  private final Predicate<Bundle> isPlugin;
  private final BooleanSupplier ask;
  private final Runnable cleanUp;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile BundleContext context;

  /**
   * Prepares for it.
   *
   * @param isPlugin tells a stranger's bundle
   * @param ask asks the running command to stop, and says whether it will
   * @param cleanUp what must happen before the process ends
   */
  ForeignExit(Predicate<Bundle> isPlugin, BooleanSupplier ask, Runnable cleanUp) {
    this.isPlugin = isPlugin;
    this.ask = ask;
    this.cleanUp = cleanUp;
  }

  /** Tells whose bundles may be to blame. */
  void started(BundleContext framework) {
    context = framework;
  }

  /** Tells that the command has ended by itself. */
  void done() {
    done.countDown();
  }

  /** The shutdown hook. */
  void run() {
    Optional<String> culprit =
        done.getCount() > 0 && context != null ? culprit() : Optional.empty();
    if (culprit.isPresent()) {
      System.err.println("vaelix: " + culprit.get() + " ends the JVM, which no plug-in should do");
      awaitCommand();
      cleanUp.run();
      Runtime.getRuntime().halt(FAULT);
    }
    cleanUp.run();
  }

  private void awaitCommand() {
    try {
      if (ask.getAsBoolean()) {
        done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * {@return the plug-in that has called, with its code; empty if another bundle has: the shell}
   */
  private Optional<String> culprit() {
    return Thread.getAllStackTraces().values().stream()
        .filter(ForeignExit::exits)
        .flatMap(Arrays::stream)
        .flatMap(frame -> owner(frame).stream())
        .findFirst()
        .filter(caller -> isPlugin.test(caller.bundle()))
        .map(
            caller ->
                String.format(
                    "%s (%s.%s)",
                    Missing.name(caller.bundle()),
                    caller.frame().getClassName(),
                    caller.frame().getMethodName()));
  }

  private record Caller(Bundle bundle, StackTraceElement frame) {}

  private static boolean exits(StackTraceElement[] stack) {
    return Stream.of(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private Optional<Caller> owner(StackTraceElement frame) {
    String path = "/" + frame.getClassName().replace('.', '/') + ".class";
    return Stream.of(context.getBundles())
        .filter(bundle -> bundle.getBundleId() != 0 && has(bundle, path))
        .findFirst()
        .map(bundle -> new Caller(bundle, frame));
  }

  private static boolean has(Bundle bundle, String path) {
    try {
      return bundle.getEntry(path) != null;
    } catch (IllegalStateException e) {
      return false; // uninstalled at this moment
    }
  }
}
