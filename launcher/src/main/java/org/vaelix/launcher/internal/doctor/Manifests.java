package org.vaelix.launcher.internal.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What a jar's manifest says of the bundle it is. */
public final class Manifests {
  private Manifests() {}

  /**
   * Which bundle it is.
   *
   * @param name symbolic name
   * @param version of the bundle
   */
  public record Identity(String name, Version version) {
    /** {@return the identity of a bundle that is installed} */
    public static Identity of(Bundle bundle) {
      return new Identity(String.valueOf(bundle.getSymbolicName()), bundle.getVersion());
    }

    @Override
    public String toString() {
      return name + " " + version;
    }
  }

  /** {@return the identity of a jar for which {@link JarChecks} finds no fault} */
  public static Identity identity(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes main = jar.getManifest().getMainAttributes();
      String name = main.getValue(Constants.BUNDLE_SYMBOLICNAME).replaceFirst(";.*", "").strip();
      return new Identity(name, version(main.getValue(Constants.BUNDLE_VERSION)));
    } catch (IOException e) {
      throw new IllegalStateException(file + " could be read a moment ago", e);
    }
  }

  private static Version version(String text) {
    try {
      return text == null ? Version.emptyVersion : Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      return Version.emptyVersion; // the framework refuses it with its own words
    }
  }
}
