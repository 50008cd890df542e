package org.vaelix.itests.felix;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Updates, stops or refreshes a bundle again and again, at random moments, on a thread of its own.
 * A run that is disturbed waits for it at the ends of epochs, so that all of it falls into the run.
 */
final class Disturbance {
  private static final int LONGEST_PAUSE_MILLISECONDS = 5;
  private static final long PATIENCE_SECONDS = 60;

  private final Bundle bundle;
  private final int times;
  private final int epochs;
  private final Random random;
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "disturbance");
  private int done;
  private int distinct;
  private int last;
  private Exception failure;

  Disturbance(Bundle bundle, int times, int epochs, long seed) {
    this.bundle = bundle;
    this.times = times;
    this.epochs = epochs;
    this.random = new Random(seed);
  }

  /** To be called at the end of each epoch, by the thread that trains. */
  void epochDone(int epoch) {
    if (epoch == 1) {
      thread.start();
    }
    // The last epoch finds all of it done: what follows is not disturbed by chance only.
    awaitDone(times * (epoch - 1) / (epochs - 2));
  }

  private synchronized void awaitDone(int share) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (done < Math.min(share, times) && failure == null && System.nanoTime() < end) {
      try {
        wait(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void run() {
    try {
      while (done < times) {
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
        remember();
        disturb(random.nextInt(3));
        count();
      }
    } catch (BundleException | InterruptedException | RuntimeException e) {
      failure = e;
    }
  }

  private synchronized void count() {
    done++;
    notifyAll();
  }

  private void remember() {
    ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
    loaders.add(new WeakReference<>(loader));
    distinct += last == System.identityHashCode(loader) ? 0 : 1;
    last = System.identityHashCode(loader);
  }

  private void disturb(int way) throws BundleException, InterruptedException {
    if (way == 0) {
      bundle.update();
    } else if (way == 1) {
      bundle.stop();
      Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
      bundle.start();
    } else {
      refresh();
    }
  }

  private void refresh() throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    bundle
        .getBundleContext()
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(Set.of(bundle), event -> refreshed.countDown());
    if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the framework does not refresh " + bundle);
    }
  }

  /** {@return how often the bundle was disturbed} */
  int finish() throws Exception {
    thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    if (failure != null) {
      throw failure;
    }
    remember();
    return done;
  }

  /** {@return how many class loaders the bundle has had} */
  long loadersSeen() {
    return distinct;
  }

  /** {@return how many of them there still are once the garbage collector has had its chances} */
  long loadersAlive() throws InterruptedException {
    long alive = Long.MAX_VALUE;
    for (int chance = 0; chance < 100 && alive > 1; chance++) {
      System.gc();
      Thread.sleep(20);
      alive = loaders.stream().map(WeakReference::get).filter(l -> l != null).distinct().count();
    }
    return alive;
  }
}
