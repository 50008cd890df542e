package org.vaelix.core.internal.contain;

import org.vaelix.core.catalog.PartReference;

/**
 * How the fault of a part is told: which part, of which bundle and version, and what went wrong.
 */
public final class Faults {
  private Faults() {}

  /** {@return a sentence about a failure that is not the user's} */
  public static String sentence(PartReference part, String what, Throwable failure) {
    return sentence(part, "failed in " + what + ": " + reason(failure));
  }

  /** {@return a sentence about a part that did something it should not} */
  public static String sentence(PartReference part, String deed) {
    return who(part) + " " + deed + "; this is a fault of that bundle";
  }

  /** {@return the part with its bundle and version} */
  public static String who(PartReference part) {
    return part == null ? "the recipe" : name(part) + " from " + part.origin();
  }

  /** {@return the part by kind and type} */
  public static String name(PartReference part) {
    return part.kind() + " '" + part.type() + "'";
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
  }
}
