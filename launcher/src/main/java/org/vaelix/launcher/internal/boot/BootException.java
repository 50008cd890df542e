package org.vaelix.launcher.internal.boot;

/** Why the framework or the command line does not start, for the user. */
final class BootException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BootException(String message, Throwable cause) {
    super(message, cause);
  }
}
