package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;

/** The profile of a shipped recipe's step. */
class ProfileTest {
  private static final Path RECIPE = Packaged.repository().resolve("examples/digits/vae.json");

  @TempDir Path folder;

  @Test
  void aStepIsProfiledKernelByKernel() throws IOException {
    VaelixProcess.Result result =
        VaelixProcess.run(
                folder, "profile", RECIPE.toString(), "--steps", "5", "--json", "profile.json")
            .expect(0);

    assertTrue(result.out().startsWith("Step of 'digits': batch of 64, 34768 parameters, "));
    assertTrue(result.out().contains("5 steps measured after "), result.out());
    for (String named : List.of("encoder/dense0", "objective/decoder/dense1", "optimiser/")) {
      assertTrue(result.out().contains("\n" + named), named + " in " + result.out());
    }
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("profile.json"))).getAsJsonObject();
    double operations = operations(json, "matmul");
    assertTrue(operations >= products() && operations < 1.1 * products(), "" + operations);
    assertTrue(json.getAsJsonObject("step").get("median").getAsDouble() > 0);
    assertEquals("profile.json", files(), "no run folder is made");
  }

  /**
   * Two for each weight, row and direction: forward, to the weights and to the layer's input, but
   * none to the rows themselves. Biases and activations that are computed on the way come to it.
   */
  private static long products() {
    long dense0 = 64 * 128;
    long others = 128 * 64 + 2 * 64 * 8 + 8 * 64 + 64 * 128 + 128 * 64;
    return 2 * 64 * (2 * dense0 + 3 * others);
  }

  private static long operations(JsonObject profile, String kind) {
    return StreamSupport.stream(profile.getAsJsonArray("kernels").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(kernel -> kernel.get("kind").getAsString().startsWith(kind))
        .mapToLong(kernel -> kernel.get("operations").getAsLong())
        .sum();
  }

  private String files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.joining());
    }
  }
}
