package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.internal.doctor.JarChecks;
import org.vaelix.launcher.internal.doctor.Manifests;

/** The folder {@code plugins}: whatever is put into it is whole from the first moment. */
final class PluginFolder {
  private final Path folder;

  PluginFolder(Path folder) {
    this.folder = folder;
  }

  /** {@return the jars in it, sorted} */
  List<Path> jars() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.jar"))
          .sorted()
          .toList();
    }
  }

  /** {@return the identity of a jar, unless it is no bundle} */
  static Optional<Manifests.Identity> identity(Path jar) {
    return JarChecks.fault(jar).isPresent()
        ? Optional.empty()
        : Optional.of(Manifests.identity(jar));
  }

  /** {@return the jars that are a bundle of this symbolic name} */
  List<Path> named(String name) throws IOException {
    return jars().stream()
        .filter(jar -> identity(jar).filter(found -> found.name().equals(name)).isPresent())
        .toList();
  }

  /** Puts a file here under a name, in one step. */
  void put(Path file, String name) throws IOException {
    Files.createDirectories(folder);
    // Nobody looks at hidden files, and only within a folder is a move atomic.
    Path copy = Files.createTempFile(folder, ".", ".part");
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      check(copy, file);
      Files.move(copy, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Refuses a file that is no bundle; {@code named} is what the user calls it. */
  static void check(Path file, Path named) {
    JarChecks.fault(file)
        .ifPresent(
            fault -> {
              throw new CommandException(named + " " + fault);
            });
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }
}
