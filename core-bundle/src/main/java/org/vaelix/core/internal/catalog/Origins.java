package org.vaelix.core.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.JarFile;
import org.vaelix.core.catalog.Origin;

/** Finds out where a part comes from. What cannot be read is left empty: it is no error. */
public final class Origins {
  private Origins() {}

  /** {@return the origin of a class on a flat class path: its jar or folder} */
  public static Origin of(Class<?> type) {
    Path file = file(location(type));
    if (file == null || file.getFileName() == null) {
      return new Origin("unknown", "unknown", "");
    }
    return new Origin(file.getFileName().toString(), version(file), sha256(file));
  }

  private static String location(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    return url == null ? "" : url.toString();
  }

  /** {@return the file of a location such as {@code reference:file:/plugins/a.jar}, or null} */
  static Path file(String location) {
    try {
      return Path.of(URI.create(location.replaceFirst("^reference:", "").replace(" ", "%20")));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  private static String version(Path file) {
    if (Files.isRegularFile(file)) {
      try (JarFile jar = new JarFile(file.toFile())) {
        String version = jar.getManifest().getMainAttributes().getValue("Bundle-Version");
        return version == null ? "unknown" : version;
      } catch (IOException | NullPointerException e) { // no jar, or one without a manifest
        return "unknown";
      }
    }
    return "unknown";
  }

  /** {@return the SHA-256 of a file in hexadecimal, empty if it is not a file or not readable} */
  static String sha256(Path file) {
    if (file == null || !Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return "";
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }
}
