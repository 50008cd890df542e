package org.vaelix.launcher.internal.command;

import java.nio.file.Path;

/** How paths are shown to the user. */
final class Paths {
  private Paths() {}

  /** {@return the path as seen from the working directory, if it is below it} */
  static Path shortest(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : path;
  }

  /** {@return the path as it can be pasted into a shell} */
  static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
