package org.vaelix.itests.malformed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with something malformed: mostly a {@code recipe.json}, and what it needs. {@code
 * expected.txt} has a line for each line that Vaelix must print; where a line has " … ", anything
 * may stand there. {@code arguments.txt}, if it is there, has an argument of the command line in
 * each line, in which {@code {case}} is a copy of the folder.
 *
 * @param name group and name: {@code recipes/trailing-comma}
 * @param folder of the case
 */
record MalformedCase(String name, Path folder) {
  private static final String EXPECTED = "expected.txt";
  private static final String ARGUMENTS = "arguments.txt";

  /** {@return all cases, sorted} */
  static List<MalformedCase> all() throws IOException {
    Path root = Path.of("src", "test", "resources", "malformed");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().equals(EXPECTED))
          .map(Path::getParent)
          .sorted()
          .map(
              folder ->
                  new MalformedCase(root.relativize(folder).toString().replace('\\', '/'), folder))
          .toList();
    }
  }

  /** Copies what the user would have: neither the expectation nor the arguments. */
  void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        if (!List.of(EXPECTED, ARGUMENTS).contains(file.getFileName().toString())) {
          Path copy = target.resolve(folder.relativize(file).toString());
          if (!file.equals(folder)) {
            Files.copy(file, copy);
          }
        }
      }
    }
  }

  /** {@return the lines that must be printed} */
  List<String> expected() throws IOException {
    return Files.readAllLines(folder.resolve(EXPECTED));
  }

  /** {@return the command line; without one of its own, the recipe is trained} */
  List<String> arguments() throws IOException {
    Path file = folder.resolve(ARGUMENTS);
    return Files.exists(file)
        ? Files.readAllLines(file)
        : List.of("train", "{case}/recipe.json", "--set", "run.parent={case}/runs");
  }

  @Override
  public String toString() {
    return name;
  }
}
