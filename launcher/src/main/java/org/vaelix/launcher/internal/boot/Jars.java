package org.vaelix.launcher.internal.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of a folder. Hidden files are not looked at: they may be written at this moment. */
public final class Jars {
  /** What a jar's name looks like, as a regular expression. */
  static final String NAMES = "[^.].*\\.jar";

  private Jars() {}

  /**
   * {@return the jars in a folder, sorted; none if there is no such folder}
   *
   * @param folder to look into
   */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(NAMES)).sorted().toList();
    }
  }
}
