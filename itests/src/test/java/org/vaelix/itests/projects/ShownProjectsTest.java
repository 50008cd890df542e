package org.vaelix.itests.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.felix.PackagedFramework;

/** Page and example show what {@code vaelix new} writes, as it is. */
class ShownProjectsTest {
  private static final String PACKAGE = "org.example.thirdparty";

  @TempDir static Path shared;
  private static PackagedFramework framework;

  @TempDir Path folder;

  @BeforeAll
  static void boot() throws Exception {
    framework = new PackagedFramework(Packaged.directory(), shared.resolve("storage"));
  }

  @AfterAll
  static void stop() throws Exception {
    framework.close();
  }

  private GeneratedProject written(String... arguments) throws InterruptedException {
    assertEquals(0, framework.commandLine().applyAsInt(arguments));
    return new GeneratedProject(folder.resolve(arguments[2]));
  }

  @Test
  void thePageShowsTheNewPrior() throws Exception {
    String page = Files.readString(Packaged.repository().resolve("docs/write-a-part.md"));
    GeneratedProject project = written("new", "prior", "my-prior", "--into", folder.toString());

    assertEquals(2, project.sources().size());
    for (Path source : project.sources()) {
      String shown = "```java\n" + Files.readString(source) + "```";
      assertTrue(page.contains(shown), "the page shows another " + source.getFileName());
    }
  }

  @ParameterizedTest
  @CsvSource({"prior, logistic", "decoder, additive"})
  void theExampleIsOfNewParts(String kind, String name) throws Exception {
    GeneratedProject project =
        written("new", kind, name, "--into", folder.toString(), "--package", PACKAGE);

    assertEquals(2, project.sources().size());
    for (Path source : project.sources()) {
      Path example = example().resolve(project.folder().relativize(source).toString());
      assertEquals(Files.readString(source), Files.readString(example), example.toString());
    }
  }

  /** The pom differs in what names the bundle; the versions are those of this build. */
  @Test
  void theExamplesPomIsThatOfANewPart() throws Exception {
    GeneratedProject project =
        written("new", "prior", "logistic", "--into", folder.toString(), "--package", PACKAGE);

    assertEquals(versions(project.folder()), versions(example()));
  }

  private static List<String> versions(Path project) throws IOException {
    return Files.readAllLines(project.resolve("pom.xml")).stream()
        .filter(line -> line.contains("version>"))
        .toList();
  }

  private static Path example() {
    return Packaged.repository().resolve("examples/third-party");
  }
}
