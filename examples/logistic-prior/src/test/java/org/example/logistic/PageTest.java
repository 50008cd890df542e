package org.example.logistic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page {@code docs/write-a-part.md} shows this module's files as they are. */
class PageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/org/example/logistic/LogisticPrior.java",
        "src/test/java/org/example/logistic/LogisticPriorTest.java"
      })
  void showsTheFile(String file) throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "write-a-part.md"));
    String source = Files.readString(Path.of(file));

    assertTrue(page.contains("```java\n" + source + "```"), "the page shows another " + file);
  }
}
