package org.vaelix.itests.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.vaelix.itests.Packaged;

/**
 * One process of {@code bin/vaelix}, as a user's shell starts it. What it prints is kept in files,
 * so that a full pipe never stops it; its temporary files are its own and are removed with it.
 */
public final class VaelixProcess implements AutoCloseable {
  private static final String JVM_NOTE =
      "WARNING: Using incubator modules: jdk.incubator.vector" + System.lineSeparator();

  private static final long PATIENCE_SECONDS = 120;

  /** 128 and the number of the signal. */
  private static final int KILLED = 128 + 9;

  private static final long GLANCE_MILLISECONDS = 2;

  private final Path files;
  private final Process process;

  private VaelixProcess(Path files, Process process) {
    this.files = files;
    this.process = process;
  }

  /**
   * What a process left.
   *
   * @param code its exit code
   * @param out what it printed to stdout
   * @param err what it printed to stderr
   * @param leftovers names of what it left in its folder for temporary files
   */
  public record Result(int code, String out, String err, List<String> leftovers) {
    /** {@return this result if its code is the one expected} */
    public Result expect(int expected) {
      if (code != expected) {
        throw new AssertionError(
            "exit code "
                + code
                + " instead of "
                + expected
                + "\nstdout: "
                + out
                + "\nstderr: "
                + err);
      }
      return this;
    }
  }

  /** Runs a command of the packaged directory to its end. */
  public static Result run(Path workingFolder, String... arguments) throws IOException {
    return run(Packaged.directory(), workingFolder, arguments);
  }

  /** Runs a command to its end. */
  public static Result run(Packaged packaged, Path workingFolder, String... arguments)
      throws IOException {
    try (VaelixProcess process = start(packaged, workingFolder, arguments)) {
      return process.finish();
    }
  }

  /** Starts a command of the packaged directory. */
  public static VaelixProcess start(Path workingFolder, String... arguments) throws IOException {
    return start(Packaged.directory(), workingFolder, arguments);
  }

  /** Starts a command of a packaged directory. */
  public static VaelixProcess start(Packaged packaged, Path workingFolder, String... arguments)
      throws IOException {
    return startWith("", packaged, workingFolder, arguments);
  }

  /** Starts a command of a packaged directory with an option of the JVM. */
  static VaelixProcess startWith(
      String option, Packaged packaged, Path workingFolder, String... arguments)
      throws IOException {
    Path files = Files.createTempDirectory("vaelix-itests-");
    Path temporary = Files.createDirectory(files.resolve("tmp"));
    List<String> command = new ArrayList<>(List.of(packaged.program().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.redirectOutput(files.resolve("out").toFile());
    builder.redirectError(files.resolve("err").toFile());
    builder.environment().put("VAELIX_OPTS", "-Djava.io.tmpdir=" + temporary + " " + option);
    builder.environment().remove("VAELIX_COMMAND");
    return new VaelixProcess(files, builder.start());
  }

  /** Types a line, as a user of the shell does. */
  public void type(String line) throws IOException {
    process.outputWriter().write(line + System.lineSeparator());
    process.outputWriter().flush();
  }

  /** Waits for the end. {@return what is left of it} */
  public Result finish() throws IOException {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no end after " + PATIENCE_SECONDS + " s; stderr: " + err());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Result(process.exitValue(), text("out"), err(), leftovers());
  }

  /** Waits until something is the case, which must be before the process ends. */
  public void await(BooleanSupplier condition) throws IOException {
    if (!comes(condition)) {
      throw new AssertionError("the process ended before what was waited for: " + err());
    }
  }

  /** Waits until something is the case. {@return whether that was before the process ended} */
  boolean comes(BooleanSupplier condition) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE_SECONDS + " s; stderr: " + err());
      }
      if (!process.isAlive()) {
        return false;
      }
      try {
        Thread.sleep(GLANCE_MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return true;
  }

  /** Ends the process as {@code kill -9} does. {@return whether it had not ended before} */
  boolean kill() throws IOException {
    process.destroyForcibly();
    return finish().code() == KILLED;
  }

  /** Sends a signal: {@code INT} is what Ctrl-C sends. */
  void signal(String name) throws IOException {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@return whether the process hears Ctrl-C at all} One that a shell started in the background
   * inherits from it that the signal is ignored.
   */
  boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElseThrow();
    int interrupt = 2;
    return (Long.parseUnsignedLong(ignored, 16) >> (interrupt - 1) & 1) == 0;
  }

  /**
   * What it printed to stderr, but for what the JVM says of the SIMD module before Vaelix starts.
   */
  public String err() throws IOException {
    return text("err").replace(JVM_NOTE, "");
  }

  /** {@return what it has printed to stdout so far} */
  public String out() throws IOException {
    return text("out");
  }

  private String text(String name) throws IOException {
    return Files.readString(files.resolve(name));
  }

  private List<String> leftovers() throws IOException {
    try (Stream<Path> left = Files.list(files.resolve("tmp"))) {
      // The JVM itself keeps its counters there.
      return left.map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("hsperfdata"))
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      kill();
    }
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
