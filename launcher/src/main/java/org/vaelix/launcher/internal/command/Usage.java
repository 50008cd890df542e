package org.vaelix.launcher.internal.command;

import java.util.Collection;
import java.util.List;
import org.vaelix.core.part.Names;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line. */
final class Usage {
  private Usage() {}

  /**
   * {@return what is wrong, the nearest name where one is unknown, and where to read on}
   *
   * @param mistake that picocli found
   * @param commands names of all commands
   */
  static String message(ParameterException mistake, List<String> commands) {
    CommandSpec spec = mistake.getCommandLine().getCommandSpec();
    String name = spec.parent() == null ? null : spec.name();
    return (mistake instanceof UnmatchedArgumentException unmatched
            ? unknown(
                unmatched.getUnmatched().get(0).replaceFirst("^(-.*?)=.*", "$1"),
                spec,
                name,
                commands)
            : inWords(mistake.getMessage()))
        + "; see 'vaelix "
        + (name == null ? "" : name + " ")
        + "--help'";
  }

  /** What picocli says, in one line and without names of Java types. */
  private static String inWords(String message) {
    return message
        .replaceAll("\\s+", " ")
        .replaceFirst(" is not an? (int|long)$", " is not a whole number of this size");
  }

  private static String unknown(
      String argument, CommandSpec spec, String name, List<String> commands) {
    if (argument.startsWith("-")) {
      return (name == null ? "there is no option '" : "'" + name + "' has no option '")
          + argument
          + "'"
          + hint(argument, spec.optionsMap().keySet());
    }
    return name == null
        ? "there is no command '" + argument + "'" + hint(argument, commands)
        : "'" + name + "' does not know what to do with '" + argument + "'";
  }

  private static String hint(String name, Collection<String> known) {
    return Names.nearest(name, known)
        .map(nearest -> ", did you mean '" + nearest + "'?")
        .orElse("");
  }
}
