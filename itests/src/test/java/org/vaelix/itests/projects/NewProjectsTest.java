package org.vaelix.itests.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.felix.PackagedFramework;

/** What {@code vaelix new} writes compiles without a warning and passes its own tests. */
class NewProjectsTest {
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

  /** The number of tests is the least that says that the contract was run. */
  @ParameterizedTest
  @CsvSource({
    "prior, 4",
    "likelihood, 11",
    "architecture, 10",
    "decoder, 10",
    "objective, 5",
    "data, 5",
    "backend, 200",
    "command, 3"
  })
  void aNewProjectPassesItsTests(String kind, int tests) throws Exception {
    String[] arguments = {"new", kind, "my-" + kind, "--into", folder.toString()};
    assertEquals(0, framework.commandLine().applyAsInt(arguments));
    GeneratedProject project = new GeneratedProject(folder.resolve("my-" + kind));
    Path classes = Files.createDirectory(folder.resolve("classes"));

    assertEquals("", project.compile(classes));
    TestExecutionSummary summary = project.test(classes);

    assertEquals(List.of(), summary.getFailures().stream().map(f -> f.getException()).toList());
    assertTrue(summary.getTestsSucceededCount() >= tests, "" + summary.getTestsSucceededCount());
  }
}
