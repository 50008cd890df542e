package org.vaelix.launcher.internal.command;

import org.vaelix.launcher.command.CommandException;

/** What several commands ask of their options. */
final class OptionChecks {
  private OptionChecks() {}

  static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new CommandException(option + " must be at least 1, got " + value);
    }
  }
}
