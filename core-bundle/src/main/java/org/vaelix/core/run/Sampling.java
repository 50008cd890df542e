package org.vaelix.core.run;

import java.util.function.BooleanSupplier;
import org.vaelix.core.part.Check;

/**
 * How ln p(x) is estimated.
 *
 * @param samples draws K of the posterior for each row, at least 1
 * @param batch how many draws a program takes at once, those of several rows together, at least 1;
 *     it bounds the memory and changes results by rounding only
 * @param progress hears how far it has got
 * @param cancelled asked between chunks of draws; when true, the estimate is given up
 */
public record Sampling(int samples, int batch, Progress progress, BooleanSupplier cancelled) {
  /** A few megabytes for each of the widest layers of common networks. */
  public static final int BATCH = 2048;

  /**
   * Checks the numbers.
   *
   * @param samples draws K of the posterior for each row, at least 1
   * @param batch how many draws a program takes at once, at least 1
   * @param progress hears how far it has got
   * @param cancelled asked between chunks of draws
   * @throws org.vaelix.core.part.OptionException if a number is out of range
   */
  public Sampling {
    Check.atLeast("samples", samples, 1);
    Check.atLeast("batch", batch, 1);
  }

  /**
   * {@return an estimate that nobody watches}
   *
   * @param samples draws of the posterior for each row
   */
  public static Sampling of(int samples) {
    return new Sampling(samples, BATCH, (done, planned) -> {}, () -> false);
  }

  /** Hears how far an estimate has got; implemented by commands and embedding hosts. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Some more draws are done.
     *
     * @param done draws done, of all rows
     * @param planned draws planned
     */
    void advanced(long done, long planned);
  }
}
