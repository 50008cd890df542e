package org.vaelix.itests.malformed;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;

/** Calls the command line of a framework in this JVM and hears what it prints. */
final class CommandLine {
  private final ToIntFunction<String[]> entry;

  CommandLine(ToIntFunction<String[]> entry) {
    this.entry = entry;
  }

  /**
   * What a call left.
   *
   * @param code exit code
   * @param out what it printed to stdout
   * @param err what it printed to stderr
   */
  record Result(int code, String out, String err) {}

  Result run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = entry.applyAsInt(arguments.toArray(String[]::new));
      return new Result(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }
}
