package org.vaelix.launcher.internal.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that come with every command. */
@Command(
    name = "vaelix",
    description = "Trains autoencoders and variational autoencoders that recipes describe.",
    synopsisHeading = "Usage: ",
    synopsisSubcommandLabel = "COMMAND",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = "%nExit codes: 0 done, 1 a fault of Vaelix, 2 a mistake of yours, 130 interrupted.")
final class Root {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Prints what a command does and its options.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Prints the version.")
  private boolean version;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Prints the whole trace of a failure.")
  private boolean stacktrace;

  boolean stacktrace() {
    return stacktrace;
  }
}
