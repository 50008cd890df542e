package org.vaelix.core.backend;

/**
 * Whether a backend can be used on this machine.
 *
 * @param isAvailable whether it can
 * @param reason one sentence: what it runs on, or why it cannot and what would help
 */
public record Availability(boolean isAvailable, String reason) {
  /**
   * {@return an available backend's answer}
   *
   * @param description what it runs on
   */
  public static Availability available(String description) {
    return new Availability(true, description);
  }

  /**
   * {@return an unavailable backend's answer}
   *
   * @param reason why, and what would help
   */
  public static Availability unavailable(String reason) {
    return new Availability(false, reason);
  }
}
