package org.vaelix.core.catalog;

/**
 * Where a part comes from, for provenance and messages.
 *
 * @param bundle the bundle's symbolic name, or the jar's name on a flat class path
 * @param version the bundle's version, or {@code "unknown"}
 * @param sha256 of the bundle's bytes where they can be read, else empty
 */
public record Origin(String bundle, String version, String sha256) {
  @Override
  public String toString() {
    return bundle + " " + version;
  }
}
