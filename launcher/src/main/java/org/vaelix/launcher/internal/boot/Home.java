package org.vaelix.launcher.internal.boot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;

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

  /** {@return whether a bundle comes from the folder of plug-ins} */
  boolean isPlugin(Bundle bundle) {
    return path(bundle.getLocation())
        .startsWith(path(folder.resolve("plugins").toUri().toString()));
  }

  /** {@return what this host's and FileInstall's locations have in common} */
  private static String path(String location) {
    return location.replaceFirst("^(reference:)?file:/+", "/");
  }

  private List<Path> jars(String name) {
    Path directory = folder.resolve(name);
    try {
      return Jars.in(directory);
    } catch (IOException e) {
      throw new BootException("cannot read the folder " + directory + ": " + e.getMessage(), e);
    }
  }
}
