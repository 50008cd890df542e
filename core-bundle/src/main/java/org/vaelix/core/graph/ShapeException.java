package org.vaelix.core.graph;

/** Shapes that do not fit together; the message names the place in the author's terms. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was expected and what was found
   */
  public ShapeException(String message) {
    super(message);
  }
}
