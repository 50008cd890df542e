package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Once the JVM is warm, a training step on the {@code cpu} backend allocates nothing at all:
 * neither running the program nor asking for an output that was asked for before. In JVMs of their
 * own, in which nothing else works, with the Vector API and without.
 */
class StepAllocationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "true; 1; 100; {'type': 'mlp', 'hidden': [64, 64]}",
        "true; 2; 100; {'type': 'mlp', 'hidden': [384, 384]}",
        "false; 1; 100; {'type': 'mlp', 'hidden': [64, 64]}",
        "false; 2; 100; {'type': 'mlp', 'hidden': [256, 256]}",
        "true; 2; 1x4x8; {'type': 'unet', 'channels': [8], 'skips': ['film']}",
        "false; 1; 1x4x8; {'type': 'unet', 'channels': [8], 'skips': ['film']}"
      })
  void aWarmStepAllocatesNothing(boolean simd, String threads, String event, String architecture)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (simd) {
      command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StepAllocation.class.getName(), threads, event, architecture));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor());
    assertEquals("0.0", said.strip());
  }
}
