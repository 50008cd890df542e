package org.vaelix.core.backend;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where the time of a program's runs went.
 *
 * @param kernels in the order in which they run
 * @param run a whole run, inputs and updates included
 * @param between the part of a run in which no kernel ran
 * @param threads that kernels may use
 * @param memoryBytes what the program holds for its tensors
 * @param phases how the program was compiled, in the order in which it happened
 */
public record Profile(
    List<Kernel> kernels,
    Times run,
    Times between,
    int threads,
    long memoryBytes,
    List<Phase> phases) {

  /**
   * A piece of the graph that is computed at once.
   *
   * @param kind in one word, for sums: {@code matmul}, {@code loop}, {@code conv2d}
   * @param description in a few words: {@code matmul 128×784×512}
   * @param scopes the parts that made its nodes, with the share of its operations that is theirs
   * @param operations floating-point ones, as {@link org.vaelix.core.compile.Work} counts them
   * @param bytesRead of tensors, each counted once
   * @param bytesWritten of tensors, each counted once
   * @param time of a run
   * @param busy the share of all threads' time that was used while it ran, 0 to 1
   * @param tasks what it is made of, one after another
   */
  public record Kernel(
      String kind,
      String description,
      Map<String, Double> scopes,
      long operations,
      long bytesRead,
      long bytesWritten,
      Times time,
      double busy,
      List<Task> tasks) {}

  /**
   * A piece of a kernel that threads share.
   *
   * @param name in one word
   * @param parts into which it can be cut
   * @param time of a run
   */
  public record Task(String name, int parts, Times time) {}

  /**
   * A phase of compiling.
   *
   * @param name in one word
   * @param nanoseconds it took, in a JVM that may have been cold
   * @param result in a few words: {@code 812 nodes}
   */
  public record Phase(String name, double nanoseconds, String result) {}

  /**
   * How long something took in several runs, in nanoseconds.
   *
   * @param low the lower quartile
   * @param median half of the runs took longer
   * @param high the upper quartile
   */
  public record Times(double low, double median, double high) {
    /**
     * {@return the quartiles, interpolated between neighbours}
     *
     * @param nanoseconds one number for each run, at least one
     */
    public static Times of(long... nanoseconds) {
      if (nanoseconds.length == 0) {
        throw new IllegalStateException("nothing was measured");
      }
      long[] sorted = nanoseconds.clone();
      Arrays.sort(sorted);
      return new Times(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(long[] sorted, double share) {
      double place = share * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
  }
}
