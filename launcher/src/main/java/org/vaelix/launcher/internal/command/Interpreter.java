package org.vaelix.launcher.internal.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Understands a command line and runs the command it names. */
final class Interpreter {
  /** Exit code of an interrupted command. */
  static final int INTERRUPTED = 130;

  private final CommandSource source;
  private final String version;
  private final Failures failures;

  Interpreter(CommandSource source, String version, Failures failures) {
    this.source = source;
    this.version = version;
    this.failures = failures;
  }

  /** Runs a command. {@return its exit code} */
  int run(Caller caller, String... arguments) {
    List<Command> used = new ArrayList<>();
    Root root = new Root();
    try {
      return execute(parser(root, used, arguments), caller, arguments);
    } catch (ParameterException e) {
      return failures.report(caller, new CommandException(Usage.message(e, source.names())), false);
    } catch (Throwable e) {
      return failures.report(caller, e, root.stacktrace());
    } finally {
      caller.out().flush();
      caller.err().flush();
      used.forEach(source::release);
    }
  }

  private int execute(CommandLine line, Caller caller, String... arguments) throws Exception {
    line.setOut(new PrintWriter(caller.out(), true));
    ParseResult result = line.parseArgs(arguments);
    Integer help = CommandLine.executeHelpRequest(result);
    if (help != null) {
      return help;
    }
    if (!result.hasSubcommand()) {
      line.usage(caller.err());
      return Failures.MISTAKE;
    }
    Command command = (Command) result.subcommand().commandSpec().userObject();
    return command.run(caller);
  }

  /** Only the command that is called is loaded; for help and for mistakes, all are. */
  private CommandLine parser(Root root, List<Command> used, String... arguments) {
    CommandLine line = new CommandLine(root);
    List<String> names = source.names();
    boolean known = arguments.length > 0 && names.contains(arguments[0]);
    for (String name : known ? List.of(arguments[0]) : names) {
      Command command = source.get(name);
      used.add(command);
      line.addSubcommand(name, new CommandLine(command));
    }
    line.getCommandSpec().version(version);
    line.setUsageHelpLongOptionsMaxWidth(40);
    return line;
  }
}
