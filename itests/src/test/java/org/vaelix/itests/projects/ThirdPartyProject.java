package org.vaelix.itests.projects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vaelix.itests.Packaged;

/**
 * The third-party example, copied out of this repository.
 *
 * @param folder of the copy
 */
record ThirdPartyProject(Path folder) {
  static final Path EXAMPLE = Packaged.repository().resolve("examples/third-party");

  private static final String PRIOR = "src/main/java/org/example/thirdparty/LogisticPrior.java";

  /** {@return a copy in a folder that is made for it} */
  static ThirdPartyProject in(Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.copy(EXAMPLE.resolve("pom.xml"), folder.resolve("pom.xml"));
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(EXAMPLE.relativize(file).toString()));
      }
    }
    return new ThirdPartyProject(folder);
  }

  Path jar(String version) {
    return folder.resolve("target/third-party-" + version + ".jar");
  }

  /**
   * Makes version 2 of it, whose prior has another option: the standard deviation σ = s π/√3 of the
   * logistic distribution instead of its scale s.
   */
  void secondVersion() throws IOException {
    replace("pom.xml", List.of("<version>1.0.0</version>", "<version>2.0.0</version>"));
    replace(
        PRIOR,
        List.of(
            "@Doc(\"scale s > 0, in latent units\") double scale",
            "@Doc(\"standard deviation > 0, in latent units\") double deviation",
            "Check.positive(\"scale\", scale)",
            "Check.positive(\"deviation\", deviation)",
            "new Density(config.scale(), context)",
            "new Density(config.deviation() * Math.sqrt(3) / Math.PI, context)"));
  }

  private void replace(String file, List<String> pairs) throws IOException {
    String text = Files.readString(folder.resolve(file));
    for (int i = 0; i < pairs.size(); i += 2) {
      if (!text.contains(pairs.get(i))) {
        throw new IllegalStateException(file + " has no " + pairs.get(i));
      }
      text = text.replace(pairs.get(i), pairs.get(i + 1));
    }
    Files.writeString(folder.resolve(file), text);
  }
}
