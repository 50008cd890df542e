package org.vaelix.launcher.internal.command;

import java.util.function.ToIntFunction;

/** Vaelix's commands within the shell; called by Gogo by reflection. */
public final class ShellFunctions {
  private final ToIntFunction<String[]> entry;

  ShellFunctions(ToIntFunction<String[]> entry) {
    this.entry = entry;
  }

  /**
   * Runs a command.
   *
   * @param arguments as on the command line
   */
  public void vaelix(String... arguments) {
    entry.applyAsInt(arguments);
  }
}
