package org.vaelix.itests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.itests.Packaged;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the repository promises about its files. */
class SourcesTest {
  private static final int LONGEST = 400;

  /** What a longer file must say, with the reason after it. */
  private static final String REASON = "The file is long because";

  @Test
  void noFileIsLongWithoutAReason() throws IOException {
    List<String> tooLong = new ArrayList<>();
    List<Path> sources = sources();
    for (Path source : sources) {
      String text = Files.readString(source);
      if (text.lines().count() > LONGEST && !text.contains(REASON)) {
        tooLong.add(Packaged.repository().relativize(source).toString());
      }
    }

    assertTrue(sources.size() > 100, "only " + sources.size() + " sources were found");
    assertEquals(List.of(), tooLong);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Packaged.repository())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }

  /** Dependencies that others get at run time; the framework's API is provided by the framework. */
  @ParameterizedTest
  @CsvSource({
    "core-bundle, gson",
    "models-bundle, core-bundle",
    "likelihoods-bundle, core-bundle",
    "priors-bundle, core-bundle",
    "architectures-bundle, core-bundle",
    "data-bundle, core-bundle fastcsv jhdf commons-lang3 compress-lzf lz4-java slf4j-api slf4j-nop",
    "analysis-bundle, core-bundle gson hipparchus-core",
    "cpu-backend-bundle, core-bundle"
  })
  void aModuleDependsAtRunTimeOnlyOn(String module, String expected) throws Exception {
    assertEquals(List.of(expected.split(" ")), runTimeDependencies(module));
  }

  private static List<String> runTimeDependencies(String module) throws Exception {
    Path pom = Packaged.repository().resolve(module).resolve("pom.xml");
    NodeList dependencies =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getElementsByTagName("dependency");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (!List.of("test", "provided").contains(text(dependency, "scope"))) {
        names.add(text(dependency, "artifactId"));
      }
    }
    return names;
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
