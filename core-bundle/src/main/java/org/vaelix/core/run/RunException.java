package org.vaelix.core.run;

/** A run folder that cannot be made, read or written, with the remedy. */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which folder or file, what is wrong, and the remedy
   */
  public RunException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message which folder or file, what is wrong, and the remedy
   * @param cause what failed underneath
   */
  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
