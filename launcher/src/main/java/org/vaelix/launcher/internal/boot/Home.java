package org.vaelix.launcher.internal.boot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged directory.
 *
 * @param folder holds {@code bundles} and {@code plugins}
 * @param launcher this jar, which is a bundle too
 */
public record Home(Path folder, Path launcher) {
  /** {@return the directory whose {@code lib} folder holds this jar} */
  public static Home ofThisJar() {
    try {
      Path jar =
          Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toAbsolutePath();
      return new Home(jar.getParent().getParent(), jar);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("This jar has no readable place", e);
    }
  }

  /** {@return the bundles that belong to Vaelix, the command line among them} */
  List<Path> bundles() {
    List<Path> bundles = new ArrayList<>(jars("bundles"));
    bundles.add(launcher);
    return bundles;
  }

  /** {@return the bundles that someone added} */
  List<Path> plugins() {
    return jars("plugins");
  }

  private List<Path> jars(String name) {
    Path directory = folder.resolve(name);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BootException("cannot read the folder " + directory + ": " + e.getMessage(), e);
    }
  }
}
