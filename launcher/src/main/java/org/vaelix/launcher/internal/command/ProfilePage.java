package org.vaelix.launcher.internal.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profile.Kernel;
import org.vaelix.core.backend.Profile.Phase;
import org.vaelix.core.backend.Profile.Times;
import org.vaelix.core.run.StepProfile;
import org.vaelix.launcher.internal.command.ProfileSums.Sum;

/** What a person reads of a profile: the whole, kernel by kernel, and sums. */
final class ProfilePage {
  private final StepProfile step;
  private final Profile profile;
  private final int top;
  private final int depth;
  private final double inKernels;

  /**
   * Creates the page.
   *
   * @param step what was measured
   * @param top how many rows a table has at most
   * @param depth how many names of a part count in the sums
   */
  ProfilePage(StepProfile step, int top, int depth) {
    this.step = step;
    this.profile = step.profile();
    this.top = top;
    this.depth = depth;
    this.inKernels = nanoseconds(profile.kernels());
  }

  @Override
  public String toString() {
    return whole()
        + "\n"
        + kernels()
        + "\n"
        + parts()
        + "\n"
        + kinds()
        + "\n"
        + compiling()
        + """

        Times are medians, shares are of all kernels' time. Operations are floating-point ones; an exponential
        counts as one. Bytes count each tensor once for each kernel that reads or writes it; caches see fewer
        or more. 'threads' is how many worked on average. A kernel of several parts is shared among them as its
        operations are.
        """;
  }

  private String whole() {
    Table table = new Table("a step", "median", "middle half");
    times(table, "rows in, program, measures out", step.step());
    times(table, "  program", step.run());
    times(table, "    with clocks at its kernels", profile.run());
    table.row("      kernels", milliseconds(inKernels), "");
    times(table, "      between kernels", profile.between());
    return String.format(
            Locale.ROOT,
            "Step of '%s': batch of %d, %d parameters, backend %s, %s.%n"
                + "%d steps measured after %d to warm up%s.%n%n",
            step.name(),
            step.batchSize(),
            step.parameters(),
            step.backend(),
            step.threads() == 1 ? "1 thread" : step.threads() + " threads",
            step.steps(),
            step.warmUp(),
            step.isWarm() ? "" : "; the JVM was still compiling then, so measure again")
        + table
        + String.format(
            Locale.ROOT,
            "%n%d kernels: %s at %s GFLOP/s, %s at %s GB/s; %s of memory.%n",
            profile.kernels().size(),
            scaled(operations(), "FLOP"),
            rate(operations(), inKernels),
            scaled(bytes(), "B"),
            rate(bytes(), inKernels),
            scaled(profile.memoryBytes(), "B"));
  }

  private static void times(Table table, String name, Times times) {
    table.row(
        name,
        milliseconds(times.median()),
        milliseconds(times.low()) + " to " + milliseconds(times.high()));
  }

  private double operations() {
    return profile.kernels().stream().mapToDouble(Kernel::operations).sum();
  }

  private double bytes() {
    return profile.kernels().stream().mapToDouble(ProfilePage::bytes).sum();
  }

  private static double bytes(Kernel kernel) {
    return (double) kernel.bytesRead() + kernel.bytesWritten();
  }

  private static double nanoseconds(List<Kernel> kernels) {
    return kernels.stream().mapToDouble(kernel -> kernel.time().median()).sum();
  }

  private String kernels() {
    List<Kernel> sorted =
        profile.kernels().stream()
            .sorted(Comparator.comparingDouble((Kernel k) -> k.time().median()).reversed())
            .toList();
    Table table = new Table("time", "share", "GFLOP/s", "GB/s", "threads", "kernel", "part");
    sorted.stream().limit(top).forEach(kernel -> row(table, kernel));
    if (sorted.size() <= top) {
      return table.toString();
    }
    List<Kernel> rest = sorted.subList(top, sorted.size());
    return table
        + String.format(
            Locale.ROOT,
            "and %d more: %s, %s (--top shows more of them)%n",
            rest.size(),
            milliseconds(nanoseconds(rest)),
            share(nanoseconds(rest)));
  }

  private void row(Table table, Kernel kernel) {
    double time = kernel.time().median();
    table.row(
        milliseconds(time),
        share(time),
        rate(kernel.operations(), time),
        rate(bytes(kernel), time),
        String.format(Locale.ROOT, "%.1f", kernel.busy() * profile.threads()),
        kernel.description(),
        scopes(kernel.scopes()));
  }

  private static String scopes(Map<String, Double> scopes) {
    List<String> names =
        scopes.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(entry -> entry.getKey().isEmpty() ? ProfileSums.UNNAMED : entry.getKey())
            .toList();
    return names.get(0) + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : "");
  }

  private String parts() {
    Table table = new Table("part", "time", "share", "forward", "backward", "operations", "bytes");
    for (Sum sum : first(ProfileSums.byPart(profile.kernels(), depth))) {
      table.row(
          sum.name(),
          milliseconds(sum.nanoseconds()),
          share(sum.nanoseconds()),
          milliseconds(sum.forward()),
          milliseconds(sum.backward()),
          scaled(sum.operations(), "FLOP"),
          scaled(sum.bytes(), "B"));
    }
    return table.toString();
  }

  private String kinds() {
    Table table = new Table("kind", "kernels", "time", "share", "GFLOP/s", "GB/s");
    for (Sum sum : first(ProfileSums.byKind(profile.kernels()))) {
      table.row(
          sum.name(),
          String.valueOf(sum.kernels()),
          milliseconds(sum.nanoseconds()),
          share(sum.nanoseconds()),
          rate(sum.operations(), sum.nanoseconds()),
          rate(sum.bytes(), sum.nanoseconds()));
    }
    return table.toString();
  }

  private List<Sum> first(List<Sum> sums) {
    return sums.subList(0, Math.min(top, sums.size()));
  }

  private String compiling() {
    Table table = new Table("compiling", "time", "result");
    table.row("trace", milliseconds(step.traceNanoseconds()), "");
    for (Phase phase : profile.phases()) {
      table.row(phase.name(), milliseconds(phase.nanoseconds()), phase.result());
    }
    table.row("trace and all of compiling", milliseconds(compileNanoseconds()), "");
    return table.toString();
  }

  private double compileNanoseconds() {
    return step.traceNanoseconds() + step.compileNanoseconds();
  }

  private String share(double nanoseconds) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * nanoseconds / inKernels);
  }

  static String milliseconds(double nanoseconds) {
    return String.format(Locale.ROOT, nanoseconds < 1e7 ? "%.3f ms" : "%.1f ms", nanoseconds / 1e6);
  }

  /** Per nanosecond is 10⁹ per second. */
  private static String rate(double amount, double nanoseconds) {
    return String.format(Locale.ROOT, "%.1f", nanoseconds > 0 ? amount / nanoseconds : 0);
  }

  static String scaled(double amount, String unit) {
    if (amount < 1e6) {
      return String.format(Locale.ROOT, "%.1f k%s", amount / 1e3, unit);
    }
    return amount < 1e9
        ? String.format(Locale.ROOT, "%.1f M%s", amount / 1e6, unit)
        : String.format(Locale.ROOT, "%.2f G%s", amount / 1e9, unit);
  }
}
