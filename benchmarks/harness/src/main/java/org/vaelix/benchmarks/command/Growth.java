package org.vaelix.benchmarks.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.vaelix.benchmarks.measure.Contestant;
import org.vaelix.benchmarks.measure.Contestant.Family;
import org.vaelix.benchmarks.measure.Contestants;
import org.vaelix.benchmarks.measure.Places;
import org.vaelix.benchmarks.measure.Result;
import org.vaelix.benchmarks.workload.Workload;
import org.vaelix.benchmarks.workload.Workloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** How the time of a step of W2 grows with one of its sizes. */
@Command(
    name = "growth",
    description = "Times steps of W2 with more rows, features, layers or threads.",
    mixinStandardHelpOptions = true)
final class Growth implements Callable<Integer> {
  private static final int FEW_STEPS = 130;

  /** Values of a data set; its rows become fewer as features become more. */
  private static final int DATA_VALUES = 1 << 24;

  /** What grows. */
  enum Size {
    /** Rows in a step. */
    BATCH(32, 64, 128, 256, 512, 1024, 2048),
    /** Values of a row. */
    FEATURES(100, 300, 1000, 3000, 10_000, 20_000),
    /** Hidden layers of the encoder, and as many of the decoder. */
    DEPTH(1, 2, 4, 8, 16),
    /** Threads that compute. */
    THREADS(threadCounts());

    private final List<Integer> values;

    Size(int... values) {
      this.values = Arrays.stream(values).boxed().toList();
    }

    /** 1, 2, and as many as there are. */
    private static int[] threadCounts() {
      int most = Runtime.getRuntime().availableProcessors();
      return IntStream.of(1, 2, most).filter(n -> n <= most).distinct().toArray();
    }
  }

  @Mixin Common common;

  @Parameters(paramLabel = "SIZE", description = "${COMPLETION-CANDIDATES} (default: all of them)")
  List<Size> sizes = List.of(Size.values());

  @Override
  public Integer call() throws IOException {
    Places places = common.places();
    for (Size size : sizes) {
      String name = size.name().toLowerCase(Locale.ROOT);
      Report report = new Report("growth-" + name, System.out);
      measure(size, name, places, report);
      report.write(places);
    }
    return 0;
  }

  private void measure(Size size, String name, Places places, Report report) throws IOException {
    Table table = null;
    report.say("### Step of W2 by " + name + ", median ms (quartiles)\n");
    for (int value : size.values) {
      Workload workload = workload(size, value);
      List<Contestant> contestants = contestants(size, value, places);
      System.err.println("  " + name + " " + value);
      List<Result> results =
          common.rounds(FEW_STEPS).measure(workload, contestants, places, System.err);
      if (table == null) {
        table = new Table(header(name, results));
      }
      table.add(row(value, results));
      results.forEach(result -> report.add(json(name, value, result)));
    }
    report.say(String.valueOf(table));
  }

  private static Workload workload(Size size, int value) {
    Workload digits = Workloads.DIGITS;
    return switch (size) {
      case BATCH -> digits.withBatch(value);
      case FEATURES ->
          digits.withFeatures(value, Math.max(4 * 128, Math.min(16384, DATA_VALUES / value)));
      case DEPTH -> digits.withHidden(Collections.nCopies(value, 512));
      case THREADS -> digits;
    };
  }

  private List<Contestant> contestants(Size size, int value, Places places) {
    int threads = size == Size.THREADS ? value : common.threads;
    Contestants all = new Contestants(places);
    Contestant libtorch = all.libtorch(threads, "fused");
    Optional<Contestant> python = places.python().map(p -> all.python(threads, "eager"));
    List<Contestant> three =
        python
            .map(p -> List.of(all.vaelix(threads), libtorch, p))
            .orElse(List.of(all.vaelix(threads), libtorch));
    return common.chosen(three);
  }

  private static String[] header(String name, List<Result> results) {
    List<String> cells = new ArrayList<>(List.of(name));
    results.forEach(r -> cells.add(r.contestant().name().replaceAll(", .*", "")));
    cells.add("Vaelix ÷ fastest PyTorch");
    return cells.toArray(String[]::new);
  }

  private static String[] row(int value, List<Result> results) {
    String[] row = new String[results.size() + 2];
    row[0] = String.valueOf(value);
    for (int i = 0; i < results.size(); i++) {
      row[i + 1] = Numbers.spread(results.get(i).steps());
    }
    Optional<Result> ours = Steps.fastest(results, Family.VAELIX);
    Optional<Result> theirs = Steps.fastest(results, Family.PYTORCH);
    boolean both = ours.isPresent() && theirs.isPresent();
    row[row.length - 1] = both ? Numbers.spread(ours.get().ratioTo(theirs.get())) : "–";
    return row;
  }

  private static JsonObject json(String size, int value, Result result) {
    JsonObject json = new JsonObject();
    json.addProperty("size", size);
    json.addProperty("value", value);
    json.addProperty("contestant", result.contestant().name());
    json.addProperty("parameters", result.parameters());
    json.add("milliseconds", Samples.json(result.steps()));
    return json;
  }
}
