package org.vaelix.launcher.internal.command;

/** How rows are named on the command line; {@code RowChoice} reads it. */
final class RowOption {
  static final String SYNTAX =
      "a data file; or train, validation or test, the run's own of that split; or test:0,3,5-7, some"
          + " of these, counted from 0";

  private RowOption() {}
}
