package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;

/** A packaged directory without the likelihoods: what needs them says so, the rest works. */
class MissingBundleTest {
  private static final String RECIPE =
      """
      {"data": {"type": "lorenz-spikes"},
       "model": {"type": "vae", "likelihood": {"type": "poisson", "binWidth": 0.01}}}
      """;

  @TempDir static Path folder;
  private static Packaged without;

  @BeforeAll
  static void removeBundle() throws IOException {
    Path target = Files.createDirectory(folder.resolve("vaelix"));
    without = Packaged.directory().copyWithout("likelihoods-bundle", target);
    Files.writeString(folder.resolve("spikes.json"), RECIPE);
  }

  @Test
  void aRecipeThatNeedsItIsRefusedByName() throws IOException {
    VaelixProcess.Result result =
        VaelixProcess.run(without, folder, "train", "spikes.json").expect(2);

    assertEquals(
        "vaelix: spikes.json: /model/likelihood: there is no likelihood 'poisson' (known: none); if the"
            + " name is right, the bundle that offers it is not installed or not started\n",
        result.err());
    assertEquals("", result.out());
    assertFalse(Files.exists(folder.resolve("runs")));
  }

  @Test
  void allOtherPartsAreListedAsBefore() throws IOException {
    String before = VaelixProcess.run(folder, "list").expect(0).out();
    VaelixProcess.Result after = VaelixProcess.run(without, folder, "list").expect(0);

    assertEquals(names(before, "likelihood/"), names(after.out(), "none/"));
    assertFalse(after.out().contains("likelihood/"), after.out());
    assertEquals("", after.err());
  }

  private static List<String> names(String page, String except) {
    return page.lines()
        .map(line -> line.split(" ")[0])
        .filter(name -> !name.startsWith(except))
        .collect(Collectors.toList());
  }

  @Test
  void describeAndSchemaWorkAsBefore() throws IOException {
    String[] describe = {"describe", "prior/isotropic-gaussian"};

    assertEquals(
        VaelixProcess.run(folder, describe).expect(0).out(),
        VaelixProcess.run(without, folder, describe).expect(0).out());
    String schema = VaelixProcess.run(without, folder, "schema").expect(0).out();
    assertTrue(schema.contains("\"isotropic-gaussian\""));
    assertFalse(schema.contains("\"poisson\""));
  }
}
