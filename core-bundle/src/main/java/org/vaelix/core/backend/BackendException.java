package org.vaelix.core.backend;

/** A failure of a backend, with its cause and the remedy in one sentence. */
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what can be done
   * @param cause the underlying failure, or null
   */
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
