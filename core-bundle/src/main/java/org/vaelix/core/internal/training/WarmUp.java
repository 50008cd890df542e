package org.vaelix.core.internal.training;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Does something again and again until the JVM's compiler has nothing left to compile: until then,
 * times tell more of the JVM than of the work.
 */
final class WarmUp {
  private static final long ROUND_NANOSECONDS = 500_000_000;
  private static final int FEWEST_IN_A_ROUND = 3;

  /** A large method is counted only once it is compiled, which can take a second. */
  private static final int QUIET_ROUNDS = 3;

  private static final long PATIENCE_NANOSECONDS = 30_000_000_000L;

  /** Milliseconds of compiling in a round; a straggler does not matter. */
  private static final long QUIET_MILLISECONDS = 10;

  private final Runnable work;
  private int count;
  private boolean isWarm;

  private WarmUp(Runnable work) {
    this.work = work;
  }

  static WarmUp with(Runnable work) {
    WarmUp warmUp = new WarmUp(work);
    warmUp.run();
    return warmUp;
  }

  /** {@return how often the work was done} */
  int count() {
    return count;
  }

  /** {@return whether the compiler came to rest} */
  boolean isWarm() {
    return isWarm;
  }

  private void run() {
    long begin = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_ROUNDS && System.nanoTime() - begin < PATIENCE_NANOSECONDS) {
      long compiled = compilerMilliseconds();
      round();
      quiet = compilerMilliseconds() - compiled <= QUIET_MILLISECONDS ? quiet + 1 : 0;
    }
    isWarm = quiet == QUIET_ROUNDS;
  }

  private void round() {
    long start = System.nanoTime();
    for (int i = 0; i < FEWEST_IN_A_ROUND || System.nanoTime() - start < ROUND_NANOSECONDS; i++) {
      work.run();
      count++;
    }
  }

  /** {@return 0 where the JVM does not tell} */
  private static long compilerMilliseconds() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : 0;
  }
}
