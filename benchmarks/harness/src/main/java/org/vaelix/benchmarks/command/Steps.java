package org.vaelix.benchmarks.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vaelix.benchmarks.measure.Contestant.Family;
import org.vaelix.benchmarks.measure.Places;
import org.vaelix.benchmarks.measure.Result;
import org.vaelix.benchmarks.measure.Sample;
import org.vaelix.benchmarks.workload.Generator;
import org.vaelix.benchmarks.workload.Workload;
import org.vaelix.benchmarks.workload.Workloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The whole training step of all contestants, side by side. */
@Command(
    name = "steps",
    description = "Times whole training steps of all contestants in turn.",
    mixinStandardHelpOptions = true)
final class Steps implements Callable<Integer> {
  private static final int LOSS_AFTER = 500;

  @Mixin Common common;

  @Parameters(paramLabel = "WORKLOAD", description = "W1, W2 … (default: all)")
  List<String> names = List.of();

  @Override
  public Integer call() throws IOException {
    Places places = common.places();
    Report report = new Report("steps", System.out);
    for (Workload workload : workloads()) {
      report.say(
          String.format(
              "### %s %s: %s, %s parameters%n",
              workload.name(),
              workload.title(),
              workload.shape(),
              Numbers.thousands(workload.parameters())));
      List<Result> results =
          common
              .rounds(LOSS_AFTER)
              .measure(workload, common.contestants(places), places, System.err);
      describe(workload, results, report);
    }
    report.write(places);
    return 0;
  }

  private List<Workload> workloads() {
    return names.isEmpty() ? Workloads.all() : names.stream().map(Workloads::named).toList();
  }

  private static void describe(Workload workload, List<Result> results, Report report) {
    Optional<Result> peer = fastest(results, Family.PYTORCH);
    double constant = Generator.rows(workload).logFactorials(workload.likelihood());
    Table table =
        new Table(
            "contestant",
            "parameters",
            "median ms",
            "quartiles",
            "least",
            "÷ fastest PyTorch",
            "loss of steps 81–100",
            "481–500");
    for (Result result : results) {
      double added = result.contestant().family() == Family.VAELIX ? 0 : constant;
      Optional<Sample> ratio = peer.map(result::ratioTo);
      table.add(
          result.contestant().name(),
          Numbers.thousands(result.parameters()),
          Numbers.of(result.steps().median()),
          Numbers.quartiles(result.steps()),
          Numbers.of(result.steps().minimum()),
          ratio.map(Numbers::spread).orElse("–"),
          Numbers.of(result.firstLoss() + added),
          Numbers.of(result.lastLoss() + added));
      report.add(json(workload, result, ratio, added));
    }
    report.say(table.toString());
    results.forEach(r -> report.say("- " + r.contestant().name() + ": " + r.description()));
    report.say("");
  }

  static Optional<Result> fastest(List<Result> results, Family family) {
    return results.stream()
        .filter(r -> r.contestant().family() == family)
        .min(Comparator.comparingDouble(r -> r.steps().median()));
  }

  private static JsonObject json(
      Workload workload, Result result, Optional<Sample> ratio, double added) {
    JsonObject json = new JsonObject();
    json.addProperty("workload", workload.name());
    json.addProperty("shape", workload.shape());
    json.addProperty("contestant", result.contestant().name());
    json.addProperty("description", result.description());
    json.addProperty("parameters", result.parameters());
    json.addProperty("steps", result.steps().size());
    json.add("milliseconds", Samples.json(result.steps()));
    ratio.ifPresent(r -> json.add("ratioToFastestPyTorch", Samples.json(r)));
    json.addProperty("firstLoss", result.firstLoss() + added);
    json.addProperty("lastLoss", result.lastLoss() + added);
    return json;
  }
}
