package org.vaelix.launcher.internal.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/** Tells whether a file is a bundle. */
public final class JarChecks {
  private JarChecks() {}

  /** {@return why a file is no bundle; empty if it is one} */
  public static Optional<String> fault(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.of("is no file");
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      boolean isBundle =
          manifest != null
              && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
      return isBundle
          ? Optional.empty()
          : Optional.of("is no OSGi bundle (no Bundle-SymbolicName)");
    } catch (ZipException e) {
      return Optional.of("is no complete jar: " + e.getMessage());
    } catch (IOException | SecurityException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }
}
