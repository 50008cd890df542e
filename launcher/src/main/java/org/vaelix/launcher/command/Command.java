package org.vaelix.launcher.command;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One command of the command line. Implemented by a DS component of prototype scope (every call
 * gets a fresh object) that carries a {@link CommandName} and whose options, parameters and
 * one-line description are picocli's annotations. Called by the launcher, and by its shell.
 */
@ConsumerType
public interface Command {
  /**
   * Does the work; options and parameters are filled in.
   *
   * @param caller where to print, and whether to stop
   * @return the exit code, 0 for success
   * @throws CommandException for a mistake of the user's
   * @throws Exception for anything else that went wrong
   */
  int run(Caller caller) throws Exception;
}
