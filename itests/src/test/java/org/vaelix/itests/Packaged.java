package org.vaelix.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged directory: what a user unpacks and runs.
 *
 * @param folder holds {@code bin}, {@code lib}, {@code bundles}, {@code shell} and {@code plugins}
 */
public record Packaged(Path folder) {
  /** {@return the directory that the module launcher has packaged} */
  public static Packaged directory() {
    Path folder = Path.of("..", "launcher", "target", "vaelix").toAbsolutePath().normalize();
    if (!Files.isExecutable(folder.resolve("bin/vaelix"))) {
      throw new IllegalStateException(
          folder + " is not there; package it: mvn -pl launcher -am -DskipTests package");
    }
    return new Packaged(folder);
  }

  /** {@return the root of the repository} */
  public static Path repository() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  /** {@return a copy in an empty folder that lacks the bundle of this module} */
  public Packaged copyWithout(String module, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().startsWith(module + "-")) {
          Files.copy(
              file,
              target.resolve(folder.relativize(file).toString()),
              StandardCopyOption.COPY_ATTRIBUTES,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return new Packaged(target);
  }

  /** {@return the program} */
  public Path program() {
    return folder.resolve("bin/vaelix");
  }

  /** {@return the jars that the launcher starts for every command, itself among them} */
  public List<Path> bundles() {
    return Stream.concat(jars("bundles").stream(), Stream.of(jar("lib", "launcher"))).toList();
  }

  /** {@return the jars of a folder in here} */
  public List<Path> jars(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(folder + " has no readable folder " + name, e);
    }
  }

  /** {@return the one jar in a folder whose name begins with that of a module} */
  public Path jar(String name, String module) {
    return jars(name).stream()
        .filter(jar -> jar.getFileName().toString().startsWith(module + "-"))
        .findFirst()
        .orElseThrow();
  }
}
