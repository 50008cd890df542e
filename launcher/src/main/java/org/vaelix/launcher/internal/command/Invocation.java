package org.vaelix.launcher.internal.command;

import java.io.PrintStream;
import org.vaelix.launcher.command.Caller;

/** One call of a command. */
final class Invocation implements Caller {
  private final PrintStream out;
  private final PrintStream err;
  private final int columns;
  private final String program;
  private volatile boolean interrupted;
  private volatile boolean asks;

  Invocation(PrintStream out, PrintStream err, int columns, String program) {
    this.out = out;
    this.err = err;
    this.columns = columns;
    this.program = program;
  }

  /** {@return a call from the command line of this process} */
  static Invocation ofProcess() {
    return new Invocation(
        System.out,
        System.err,
        Integer.getInteger("vaelix.columns", 0),
        System.getProperty("vaelix.command", "vaelix"));
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public String program() {
    return program.contains(" ") ? "'" + program + "'" : program;
  }

  @Override
  public boolean interrupted() {
    asks = true;
    return interrupted;
  }

  /** Asks the command to stop. {@return whether it listens} */
  boolean interrupt() {
    interrupted = true;
    return asks;
  }
}
