package org.vaelix.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.workload.Generator;
import org.vaelix.benchmarks.workload.Workload;

/** A contestant's process, idle until it is asked. */
public final class Worker implements AutoCloseable {
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final int PATIENCE_SECONDS = 10;

  private static final Pattern ERROR = Pattern.compile("^(Exception|Error|[A-Za-z.]*Error:)");

  private final Contestant contestant;
  private final Path log;
  private final long begun;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;

  /**
   * A block of steps.
   *
   * @param loss mean over the steps, in nats per row
   * @param milliseconds of each step
   */
  public record Block(double loss, double[] milliseconds) {}

  /**
   * What a contestant says of itself.
   *
   * @param parameters how many numbers it trains
   * @param description library, version and setting
   */
  public record About(long parameters, String description) {}

  /**
   * Starts the process and waits until its model is made.
   *
   * @param contestant who
   * @param workload what it trains
   * @param places where files are
   * @throws IOException if it cannot start or fails
   */
  public Worker(Contestant contestant, Workload workload, Places places) throws IOException {
    this.contestant = contestant;
    Path data = Generator.file(workload, places.data());
    this.log = Files.createDirectories(places.logs()).resolve(logName(contestant, workload));
    ProcessBuilder builder =
        new ProcessBuilder(
            contestant.commandLine(Settings.arguments(workload, data, contestant.threads())));
    // Whoever wants to try another setting sets the variable in the shell.
    contestant.environment().forEach(builder.environment()::putIfAbsent);
    builder.redirectError(log.toFile());
    this.begun = System.nanoTime();
    this.process = builder.start();
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    answer("@ready");
  }

  private static String logName(Contestant contestant, Workload workload) {
    String name = workload.name() + "-" + contestant.name();
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".log";
  }

  /** {@return who works here} */
  public Contestant contestant() {
    return contestant;
  }

  /**
   * {@return what it trains with what; asked last, since answering takes memory and time}
   *
   * @throws IOException if the process fails
   */
  public About about() throws IOException {
    String[] about = ask("about", "@about ").split(" ", 2);
    return new About(Long.parseLong(about[0]), about[1]);
  }

  /**
   * {@return the times of some steps, made now}
   *
   * @param steps how many
   * @throws IOException if the process fails
   */
  public Block run(int steps) throws IOException {
    String[] numbers = ask("run " + steps, "@ran ").split(" ");
    double[] milliseconds = new double[numbers.length - 1];
    for (int i = 0; i < milliseconds.length; i++) {
      milliseconds[i] = Long.parseLong(numbers[i + 1]) / NANOSECONDS_PER_MILLISECOND;
    }
    return new Block(Double.parseDouble(numbers[0]), milliseconds);
  }

  /** {@return seconds since the process was started} */
  public double secondsSinceStart() {
    return (System.nanoTime() - begun) / 1e9;
  }

  /**
   * {@return the most memory that was resident at once so far, in MiB, as the kernel counts it}
   *
   * @throws IOException if this is not Linux
   */
  public double peakMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private String ask(String request, String prefix) throws IOException {
    requests.write(request + "\n");
    requests.flush();
    return answer(prefix);
  }

  private String answer(String prefix) throws IOException {
    String line = answers.readLine();
    while (line != null && !line.startsWith(prefix)) {
      line = answers.readLine();
    }
    if (line == null) {
      throw new IOException("its process ended: " + complaint() + " (see " + log + ")");
    }
    return line.substring(prefix.length());
  }

  /** The first line that names an error, in Java or Python, else the last line. */
  private String complaint() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.stream()
        .filter(line -> ERROR.matcher(line).find())
        .findFirst()
        .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
