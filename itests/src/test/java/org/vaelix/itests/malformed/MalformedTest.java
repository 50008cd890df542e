package org.vaelix.itests.malformed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.felix.PackagedFramework;

/**
 * Whatever is malformed is answered by exit code 2 and a clear message for each mistake, without a
 * stack trace, and leaves nothing behind.
 */
class MalformedTest {
  private static final int MISTAKE = 2;

  private static final String TRAINED =
      """
      {"data": {"type": "csv", "file": "rows.csv"}, "conditions": %s,
       "model": {"type": "%s", "latent": 1, "architecture": {"type": "mlp", "hidden": []}},
       "training": {"epochs": 1}}
      """;

  @TempDir static Path shared;
  private static PackagedFramework framework;
  private static CommandLine commands;

  @TempDir Path folder;

  @BeforeAll
  static void boot() throws Exception {
    framework = new PackagedFramework(Packaged.directory(), shared.resolve("storage"));
    commands = new CommandLine(framework.commandLine());
    Files.writeString(shared.resolve("rows.csv"), "a,b\n" + "1,2\n3,4\n5,7\n6,5\n".repeat(5));
    train("vae", "vae", "[]");
    train("autoencoder", "autoencoder", "[]");
    Files.writeString(
        shared.resolve("rows.csv"), "a,b,batch\n" + "1,2,B1\n3,4,B2\n5,7,B1\n6,5,B2\n".repeat(5));
    train("conditioned", "vae", "[\"batch\"]");
  }

  private static void train(String name, String model, String conditions) throws IOException {
    Path recipe = shared.resolve(name + ".json");
    Files.writeString(recipe, TRAINED.formatted(conditions, model));
    String setting = "run.folder=" + shared.resolve(name);
    CommandLine.Result result = commands.run(List.of("train", recipe.toString(), "--set", setting));
    assertEquals(0, result.code(), result.err());
  }

  @AfterAll
  static void stop() throws Exception {
    framework.close();
  }

  static List<MalformedCase> cases() throws IOException {
    return MalformedCase.all();
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertTrue(cases().size() >= 150, "cases: " + cases().size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredByAMessage(MalformedCase malformed) throws IOException {
    malformed.copyTo(folder);
    List<String> before = content();

    CommandLine.Result result =
        commands.run(malformed.arguments().stream().map(this::filledIn).toList());

    String err = result.err();
    assertEquals(MISTAKE, result.code(), err);
    assertEquals("", result.out());
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    assertMatches(malformed.expected(), err.lines().toList());
    assertEquals(before, content());
    assertFalse(Files.exists(Path.of("runs")), "a run folder was made in the working folder");
  }

  private String filledIn(String argument) {
    return argument
        .replace("{case}", folder.toString())
        .replace("{vae}", shared.resolve("vae").toString())
        .replace("{conditioned}", shared.resolve("conditioned").toString())
        .replace("{autoencoder}", shared.resolve("autoencoder").toString());
  }

  private List<String> content() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private void assertMatches(List<String> expected, List<String> lines) {
    boolean matches = expected.size() == lines.size();
    for (int i = 0; matches && i < lines.size(); i++) {
      matches = Pattern.matches(pattern(filledIn(expected.get(i))), lines.get(i));
    }
    assertTrue(
        matches,
        () ->
            "expected:\n"
                + String.join("\n", expected)
                + "\nbut was:\n"
                + String.join("\n", lines));
  }

  /** Each line begins with the program's name, so that it is ours and no trace's. */
  private static String pattern(String expected) {
    return Stream.of(expected.split(" … ", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*", "vaelix: ", ""));
  }
}
