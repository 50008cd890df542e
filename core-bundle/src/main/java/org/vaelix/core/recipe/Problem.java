package org.vaelix.core.recipe;

/**
 * One thing that is wrong with a recipe.
 *
 * @param path where, as a JSON pointer (RFC 6901): {@code /model/prior/scale}; empty for the whole
 * @param message what is wrong and what would be right
 */
public record Problem(String path, String message) {
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
