package org.vaelix.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** What the measurements were made on. */
final class Machine {
  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** One line: processor, cores, system, Java, day, and what else was going on. */
  static String description() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, %s %s, Java %s, %s, load average before %s",
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        LocalDate.now(),
        load());
  }

  private static String processor() throws IOException {
    if (!Files.exists(PROCESSOR)) {
      return "unknown processor";
    }
    return Files.readAllLines(PROCESSOR).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown processor");
  }

  private static String load() throws IOException {
    return Files.exists(LOAD) ? Files.readString(LOAD).split(" ")[0] : "unknown";
  }
}
