package org.vaelix.core.catalog;

/** A part that cannot be had, with the reason and the remedy in one sentence. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which part, why, and the remedy
   * @param cause the failure underneath, or null
   */
  public CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
