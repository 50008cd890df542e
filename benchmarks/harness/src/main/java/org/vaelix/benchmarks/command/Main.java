package org.vaelix.benchmarks.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
    name = "benchmarks/run",
    description = "Measures Vaelix beside other libraries. Results are written to target/results.",
    subcommands = {Steps.class, Startup.class, Growth.class, Kernels.class},
    mixinStandardHelpOptions = true)
public final class Main implements Runnable {
  private Main() {}

  /**
   * Runs a sub-command.
   *
   * @param arguments of the command line
   */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Main());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(
        (exception, line, parsed) -> {
          System.err.println("benchmarks: " + exception.getMessage());
          return 1;
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
