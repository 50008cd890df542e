package org.vaelix.core.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documentation of the operations is what {@link Op} says. */
class OperationsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "operations.md");

  @Test
  void thePageSaysWhatTheOperationsSay() throws IOException {
    if (Boolean.getBoolean("vaelix.docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, OperationsPage.text());
    }
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(
        OperationsPage.text(),
        found,
        "docs/operations.md is not what Op says; rewrite it with"
            + " mvn -pl core-bundle test -Dtest=OperationsPageTest -Dvaelix.docs.write=true");
  }

  @Test
  void everyOperationIsOnThePageOnce() {
    String page = OperationsPage.text();
    for (Op op : Op.values()) {
      String row = "\n| `" + op.label() + "` |";
      assertEquals(page.indexOf(row), page.lastIndexOf(row), op.label());
      assertTrue(page.contains(row), op.label());
    }
  }
}
