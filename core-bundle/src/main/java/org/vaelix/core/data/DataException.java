package org.vaelix.core.data;

/** Data that cannot be read or do not fit, with file, row and column, and the remedy. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and the remedy
   * @param cause what failed underneath
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
