package org.vaelix.launcher.command;

/** A mistake of the user's: the message alone is printed, and the exit code is 2. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, and the remedy
   */
  public CommandException(String message) {
    super(message);
  }
}
