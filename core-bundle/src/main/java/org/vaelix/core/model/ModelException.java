package org.vaelix.core.model;

/** A model that cannot be built, said in the terms of whoever wrote the recipe or the part. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public ModelException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and the remedy
   * @param cause the failure underneath
   */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
