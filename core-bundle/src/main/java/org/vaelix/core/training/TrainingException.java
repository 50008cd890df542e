package org.vaelix.core.training;

/** Training that cannot go on, with the term, the step and the rows, and the remedy. */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened, where, and the remedy
   */
  public TrainingException(String message) {
    super(message);
  }
}
