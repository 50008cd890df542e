package org.vaelix.benchmarks.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vaelix.benchmarks.measure.Contestant;
import org.vaelix.benchmarks.measure.Places;
import org.vaelix.benchmarks.measure.Sample;
import org.vaelix.benchmarks.measure.Worker;
import org.vaelix.benchmarks.workload.Workload;
import org.vaelix.benchmarks.workload.Workloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a process takes to its first step, and how much memory it takes in all. */
@Command(
    name = "startup",
    description = "Times process start to first finished step, and reads the peak of memory.",
    mixinStandardHelpOptions = true)
final class Startup implements Callable<Integer> {
  @Mixin Common common;

  @Option(names = "--workload", paramLabel = "NAME", description = "default: ${DEFAULT-VALUE}")
  String workload = "W2";

  @Option(names = "--times", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  int times = 5;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "steps after which memory is read (default: ${DEFAULT-VALUE})")
  int steps = 300;

  private record Measured(List<Double> seconds, List<Double> mebibytes) {
    Measured() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public Integer call() throws IOException {
    Places places = common.places();
    Report report = new Report("startup", System.out);
    Workload chosen = Workloads.named(workload);
    report.say(
        String.format(
            "### %s %s: %s; memory after %d steps%n",
            chosen.name(), chosen.title(), chosen.shape(), steps));
    Map<Contestant, Measured> all = new LinkedHashMap<>();
    for (int i = 0; i < times; i++) {
      for (Contestant contestant : common.contestants(places)) {
        if (contestant.canExpress(chosen)) {
          measure(contestant, chosen, places, all);
        }
      }
    }
    describe(all, report);
    report.write(places);
    return 0;
  }

  private void measure(
      Contestant contestant, Workload chosen, Places places, Map<Contestant, Measured> all)
      throws IOException {
    System.err.println("  " + contestant.name());
    try (Worker worker = new Worker(contestant, chosen, places)) {
      worker.run(1);
      double seconds = worker.secondsSinceStart();
      worker.run(steps);
      Measured measured = all.computeIfAbsent(contestant, c -> new Measured());
      measured.seconds.add(seconds);
      measured.mebibytes.add(worker.peakMemory());
    } catch (IOException e) {
      System.err.printf("  %s is left out: %s%n", contestant.name(), e.getMessage());
    }
  }

  private static void describe(Map<Contestant, Measured> all, Report report) {
    Table table =
        new Table("contestant", "first step after s", "quartiles", "peak MiB", "quartiles");
    all.forEach(
        (contestant, measured) -> {
          Sample seconds = Sample.of(measured.seconds);
          Sample mebibytes = Sample.of(measured.mebibytes);
          table.add(
              contestant.name(),
              Numbers.of(seconds.median()),
              Numbers.quartiles(seconds),
              Numbers.of(mebibytes.median()),
              Numbers.quartiles(mebibytes));
          JsonObject json = new JsonObject();
          json.addProperty("contestant", contestant.name());
          json.add("secondsToFirstStep", Samples.json(seconds));
          json.add("peakMebibytes", Samples.json(mebibytes));
          report.add(json);
        });
    report.say(table.toString());
  }
}
