package org.vaelix.launcher.command;

import java.io.PrintStream;
import org.osgi.annotation.versioning.ProviderType;

/** Who calls a command: a terminal, a script or the shell. Implemented by the launcher. */
@ProviderType
public interface Caller {
  /** {@return where results go} */
  PrintStream out();

  /** {@return where progress and messages go} */
  PrintStream err();

  /** {@return how many columns the terminal behind {@link #err} has, 0 if it is no terminal} */
  int columns();

  /** {@return how the user calls Vaelix, for hints: {@code ./vaelix}} */
  String program();

  /**
   * {@return whether the user asked the command to stop} A command that has asked this once must go
   * on asking and end soon after the answer is true; one that never asks is simply ended.
   */
  boolean interrupted();
}
