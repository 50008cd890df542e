package org.vaelix.itests.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.felix.PackagedFramework;

/** The third-party example is built by its own pom, far from this repository, and trained with. */
class ThirdPartyTest {
  private static final Path EXAMPLE = Packaged.repository().resolve("examples/third-party");

  @TempDir Path folder;

  @Test
  void isBuiltByItsOwnPomAndUsedInARecipe() throws Exception {
    Path project = Files.createDirectory(folder.resolve("third-party"));
    copySources(project);
    Path repository = Files.createDirectory(folder.resolve("repository"));
    try (StrangersMaven maven = StrangersMaven.in(repository)) {
      maven.verify(project);
    }
    Path jar = project.resolve("target/third-party-1.0.0.jar");
    assertTrue(Files.exists(jar));

    Path run = folder.resolve("run");
    try (PackagedFramework framework =
        new PackagedFramework(Packaged.directory(), folder.resolve("storage"))) {
      framework.add(jar.toUri().toString());
      ToIntFunction<String[]> vaelix = framework.commandLine();
      String[] train = {
        "train",
        EXAMPLE.resolve("digits.json").toString(),
        "--set",
        "training.epochs=1",
        "--set",
        "run.folder=" + run
      };
      assertEquals(0, vaelix.applyAsInt(new String[] {"describe", "architecture/additive"}));
      assertEquals(0, vaelix.applyAsInt(train));
    }
    String provenance = Files.readString(run.resolve("provenance.json"));
    assertTrue(provenance.contains("\"org.example.thirdparty\""), provenance);
  }

  private static void copySources(Path project) throws IOException {
    Files.copy(EXAMPLE.resolve("pom.xml"), project.resolve("pom.xml"));
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
      for (Path file : files.toList()) {
        Files.copy(file, project.resolve(EXAMPLE.relativize(file).toString()));
      }
    }
  }
}
