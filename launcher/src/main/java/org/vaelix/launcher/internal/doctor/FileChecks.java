package org.vaelix.launcher.internal.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Why a jar in {@code plugins} has not become a bundle. */
final class FileChecks {
  private final BundleContext context;

  FileChecks(BundleContext context) {
    this.context = context;
  }

  /** {@return a finding for each jar that is no bundle of this framework} */
  List<Finding> findings() {
    String home = context.getProperty("vaelix.home");
    if (home == null) { // an embedding host, which has its own ways
      return List.of();
    }
    Set<Path> installed =
        Arrays.stream(context.getBundles())
            .map(bundle -> file(bundle.getLocation()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return jars(Path.of(home, "plugins")).stream()
        .filter(jar -> !installed.contains(jar.toAbsolutePath().normalize()))
        .map(jar -> new Finding("plugins/" + jar.getFileName(), reason(jar)))
        .toList();
  }

  private String reason(Path jar) {
    return JarChecks.fault(jar)
        .or(() -> twin(jar))
        .orElse("is not installed: it was put here after the start of a host that does not watch");
  }

  private Optional<String> twin(Path jar) {
    Manifests.Identity identity = Manifests.identity(jar);
    return Arrays.stream(context.getBundles())
        .filter(bundle -> Manifests.Identity.of(bundle).equals(identity))
        .map(FileChecks::clash)
        .findFirst();
  }

  private static String clash(Bundle bundle) {
    Path file = file(bundle.getLocation());
    return "is not installed: "
        + Subjects.of(bundle)
        + " is there already"
        + (file == null
            ? ""
            : ", from " + file.getParent().getFileName() + "/" + file.getFileName());
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // no folder, no plug-ins
    }
  }

  private static Path file(String location) {
    try {
      return Path.of(URI.create(location.replaceFirst("^reference:", ""))).normalize();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // installed from somewhere else
    }
  }
}
