package org.vaelix.benchmarks.workload;

import java.util.List;

/** The workloads that are measured; a new one is an entry here. */
public final class Workloads {
  /** Spike counts of 100 neurons. */
  public static final Workload SPIKES =
      mlp("W1", "spikes", Likelihood.POISSON, 100, List.of(64, 64), 8, 64, 16384);

  /** Black-and-white digits of 28 × 28 pixels. */
  public static final Workload DIGITS =
      mlp("W2", "digits", Likelihood.BERNOULLI, 784, List.of(512, 512), 16, 128, 16384);

  /** Counts of 2000 genes. */
  public static final Workload GENES =
      mlp("W3", "genes", Likelihood.NEGATIVE_BINOMIAL, 2000, List.of(128), 10, 128, 8192);

  /** Black-and-white images of 64 × 64 pixels. */
  public static final Workload IMAGES =
      new Workload(
          "W4",
          "images",
          Likelihood.BERNOULLI,
          Architecture.UNET,
          64 * 64,
          List.of(16, 32, 64, 128),
          32,
          32,
          2048);

  private Workloads() {}

  private static Workload mlp(
      String name,
      String title,
      Likelihood likelihood,
      int features,
      List<Integer> hidden,
      int latent,
      int batch,
      int rows) {
    return new Workload(
        name, title, likelihood, Architecture.MLP, features, hidden, latent, batch, rows);
  }

  /** {@return all, in order} */
  public static List<Workload> all() {
    return List.of(SPIKES, DIGITS, GENES, IMAGES);
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
