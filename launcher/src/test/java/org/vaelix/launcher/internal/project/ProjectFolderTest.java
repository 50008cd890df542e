package org.vaelix.launcher.internal.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.launcher.command.CommandException;

class ProjectFolderTest {
  @TempDir Path folder;

  private List<String> all() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  @Test
  void writesAllFilesIntoAFolderThatItMakes() throws IOException {
    ProjectFolder.write(folder.resolve("a/b"), Map.of("pom.xml", "<p/>", "src/x.java", "x"));

    assertEquals(List.of("", "a", "a/b", "a/b/pom.xml", "a/b/src", "a/b/src/x.java"), all());
    assertEquals("<p/>", Files.readString(folder.resolve("a/b/pom.xml")));
  }

  @Test
  void leavesWhatIsThereAsItIs() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    Map<String, String> files = Map.of("pom.xml", "<p/>");

    for (String taken : List.of("empty", "link")) {
      Path place = folder.resolve(taken);
      assertThrows(CommandException.class, () -> ProjectFolder.write(place, files));
    }
    assertEquals(List.of("", "empty", "link"), all());
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Map<String, String> impossible = Map.of("a", "a file", "a/b", "a file below it");

    assertThrows(IOException.class, () -> ProjectFolder.write(folder.resolve("mine"), impossible));
    assertEquals(List.of(""), all());
  }
}
