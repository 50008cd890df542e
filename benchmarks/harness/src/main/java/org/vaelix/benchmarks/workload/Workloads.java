package org.vaelix.benchmarks.workload;

import java.util.List;

/** The workloads that are measured; a new one is an entry here. */
public final class Workloads {
  /** Spike counts of 100 neurons. */
  public static final Workload SPIKES =
      new Workload("W1", "spikes", Likelihood.POISSON, 100, List.of(64, 64), 8, 64, 16384);

  /** Black-and-white digits of 28 × 28 pixels. */
  public static final Workload DIGITS =
      new Workload("W2", "digits", Likelihood.BERNOULLI, 784, List.of(512, 512), 16, 128, 16384);

  /** Counts of 2000 genes. */
  public static final Workload GENES =
      new Workload("W3", "genes", Likelihood.NEGATIVE_BINOMIAL, 2000, List.of(128), 10, 128, 8192);

  private Workloads() {}

  /** {@return all, in order} */
  public static List<Workload> all() {
    return List.of(SPIKES, DIGITS, GENES);
  }

  /**
   * {@return the workload of that name}
   *
   * @param name for example W1, in either case
   */
  public static Workload named(String name) {
    return all().stream()
        .filter(w -> w.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload is called '" + name + "'"));
  }
}
