package org.vaelix.launcher.internal.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.launcher.command.CommandException;

class ProjectTest {
  private static final Pattern UNFILLED = Pattern.compile("\\{\\{[a-z]");

  private static Project named(ProjectKind kind, String name) {
    return new Project(kind, name, "org.example.mine");
  }

  @ParameterizedTest
  @CsvSource({
    "PRIOR, my-prior, MyPrior",
    "PRIOR, my, MyPrior",
    "PRIOR, prior, PriorPrior",
    "PRIOR, student-t2, StudentT2Prior",
    "DATA, two-photon-data, TwoPhotonData",
    "COMMAND, command, CommandCommand"
  })
  void theClassIsNamedAfterPartAndKind(ProjectKind kind, String name, String expected) {
    assertEquals(expected, named(kind, name).className());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "My", "my prior", "my_prior", "-my", "my-", "my--prior", "2d", "../my"})
  void aNameIsOfWordsJoinedByHyphens(String name) {
    CommandException refused =
        assertThrows(CommandException.class, () -> named(ProjectKind.PRIOR, name));
    assertTrue(refused.getMessage().startsWith("'" + name + "' is no name"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "org..mine", "org.example.double", "my-package", "org/example"})
  void aPackageIsOneOfJava(String name) {
    assertThrows(CommandException.class, () -> new Project(ProjectKind.PRIOR, "my", name));
  }

  @ParameterizedTest
  @EnumSource(ProjectKind.class)
  void everyKindIsAWholeProject(ProjectKind kind) throws Exception {
    Map<String, String> files = named(kind, "my").files();
    String sources = "java/org/example/mine/My" + kind.suffix();

    assertEquals(
        Set.of(
            "pom.xml",
            "README.md",
            "src/main/" + sources + ".java",
            "src/test/" + sources + "Test.java"),
        files.keySet());
    files.forEach((path, text) -> assertFalse(UNFILLED.matcher(text).find(), path));
    assertWellFormed(files.get("pom.xml"));
  }

  private static void assertWellFormed(String pom) throws Exception {
    // A version that the build did not fill in would still be a placeholder of Maven's.
    assertFalse(pom.contains("<version>${project.version}"), pom);
    assertFalse(pom.contains("<vaelix.version>$"), pom);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theVersionsOfTheBuildAreWrittenDown() {
    Map<String, String> versions = Template.versions();

    assertTrue(versions.size() >= 9, versions.toString());
    versions.forEach((name, version) -> assertTrue(version.matches("\\d+\\..*"), name));
  }

  @Test
  void aPlaceThatNothingStandsForIsAFault() {
    Template template = new Template(Map.of("name", "my"));

    assertThrows(IllegalStateException.class, () -> template.fill("prior/Part.java"));
  }
}
