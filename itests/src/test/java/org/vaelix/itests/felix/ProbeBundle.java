package org.vaelix.itests.felix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packs {@link Probe} as a third party would: a bundle that imports what core exports. */
final class ProbeBundle {
  private ProbeBundle() {}

  /** {@return the location of the bundle, written to a folder} */
  static String in(Path folder) throws IOException {
    Path jar = folder.resolve("probe.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest())) {
      for (String name : classes()) {
        entries.putNextEntry(new JarEntry(name));
        try (InputStream bytes = Probe.class.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(entries);
        }
      }
    }
    return jar.toUri().toString();
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.vaelix.itests.probe");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", Probe.class.getName());
    main.putValue(
        "Import-Package",
        "org.osgi.framework,"
            + Stream.of("catalog", "run", "training")
                .map(name -> "org.vaelix.core." + name + ";version=\"[0.1,1)\"")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow());
    return manifest;
  }

  private static List<String> classes() {
    String name = Probe.class.getName().replace('.', '/');
    return List.of(name + ".class", name + "$1.class");
  }
}
