package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that look at the parts there are. */
class CommandsTest {
  @TempDir Path folder;

  @Test
  void helpNamesEveryCommand() throws IOException {
    VaelixProcess.Result result = VaelixProcess.run(folder, "--help").expect(0);

    for (String command :
        List.of(
            "train",
            "evaluate",
            "analyse",
            "encode",
            "reconstruct",
            "sample",
            "profile",
            "list",
            "describe",
            "doctor",
            "plugins",
            "schema",
            "new",
            "shell")) {
      assertTrue(result.out().contains("\n  " + command + " "), command + " in " + result.out());
    }
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "evaluate",
        "analyse",
        "encode",
        "reconstruct",
        "sample",
        "profile",
        "list",
        "describe",
        "doctor",
        "plugins",
        "schema",
        "new",
        "shell"
      })
  void everyCommandHasHelp(String command) throws IOException {
    VaelixProcess.Result result = VaelixProcess.run(folder, command, "--help").expect(0);

    assertTrue(result.out().startsWith("Usage: vaelix " + command), result.out());
  }

  @Test
  void versionNamesTheVersion() throws IOException {
    VaelixProcess.Result result = VaelixProcess.run(folder, "--version").expect(0);

    assertTrue(result.out().contains("0.1.0"), result.out());
  }

  @Test
  void listNamesPartsOfAKindOnly() throws IOException {
    String all = VaelixProcess.run(folder, "list").expect(0).out();
    String priors = VaelixProcess.run(folder, "list", "prior").expect(0).out();

    assertTrue(all.contains("isotropic-gaussian"), all);
    assertTrue(all.contains("poisson"), all);
    assertTrue(priors.contains("isotropic-gaussian"), priors);
    assertFalse(priors.contains("poisson"), priors);
  }

  @Test
  void describeTellsOptionsAndSource() throws IOException {
    String page = VaelixProcess.run(folder, "describe", "prior/isotropic-gaussian").expect(0).out();

    assertTrue(page.contains("scale"), page);
    assertTrue(page.contains("org.vaelix.priors-bundle 0.1.0"), page);
  }

  @Test
  void schemaIsJsonAndKnowsTheParts() throws IOException {
    String text = VaelixProcess.run(folder, "schema").expect(0).out();
    JsonObject schema = JsonParser.parseString(text).getAsJsonObject();

    assertEquals(
        "https://json-schema.org/draft/2020-12/schema", schema.get("$schema").getAsString());
    assertTrue(text.contains("\"lorenz-spikes\""));
    assertTrue(text.contains("\"earlyStopping\""));
  }

  @Test
  void anUnknownCommandNamesTheNearest() throws IOException {
    VaelixProcess.Result result = VaelixProcess.run(folder, "trian").expect(2);

    assertTrue(result.err().contains("did you mean 'train'?"), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void nothingIsLeftInTheFolderForTemporaryFiles() throws IOException {
    assertEquals(List.of(), VaelixProcess.run(folder, "list").expect(0).leftovers());
    assertEquals(List.of(), VaelixProcess.run(folder, "trian").expect(2).leftovers());
    assertEquals(
        List.of(), VaelixProcess.run(folder, "train", "absent.json").expect(2).leftovers());
  }
}
