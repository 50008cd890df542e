package org.vaelix.benchmarks.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vaelix.benchmarks.measure.Contestant;
import org.vaelix.benchmarks.measure.Contestants;
import org.vaelix.benchmarks.measure.Places;
import org.vaelix.benchmarks.measure.Rounds;
import picocli.CommandLine.Option;

/** Options of several sub-commands. */
final class Common {
  @Option(names = "--root", hidden = true, description = "the folder benchmarks")
  Path root = Path.of("").toAbsolutePath();

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description = "a Python with PyTorch; left out if it has none (default: ${DEFAULT-VALUE})")
  String python = "python3";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads of the settings that use several (default: at most 2)")
  int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      split = ",",
      description = "contestants whose name begins so")
  List<String> only = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  int rounds = 30;

  @Option(
      names = "--block",
      paramLabel = "MS",
      description = "length of a block in milliseconds (default: ${DEFAULT-VALUE})")
  int block = 400;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = "seconds of training before anything is timed (default: ${DEFAULT-VALUE})")
  double warmUp = 6;

  Places places() {
    return new Places(root, python);
  }

  Rounds rounds(int leastSteps) {
    return new Rounds(rounds, block, warmUp, leastSteps);
  }

  List<Contestant> contestants(Places places) {
    return chosen(new Contestants(places).all(threads));
  }

  List<Contestant> chosen(List<Contestant> all) {
    if (only.isEmpty()) {
      return all;
    }
    return all.stream().filter(c -> only.stream().anyMatch(o -> begins(c.name(), o))).toList();
  }

  private static boolean begins(String name, String start) {
    return name.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
  }
}
