package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C and a polite kill: a checkpoint, a hint, and nothing is lost. */
class InterruptTest {
  private static final int INTERRUPTED = 130;

  @TempDir static Path folder;
  private static ResumedRun runs;
  private static RunFolderFiles whole;

  @BeforeAll
  static void trainWithoutDisturbance() throws IOException {
    runs = ResumedRun.in(folder);
    whole = runs.train("whole");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptedRunGoesOnAsItSays(String signal) throws IOException {
    RunFolderFiles run = runs.files(signal);
    VaelixProcess.Result result;
    byte[] before;
    try (VaelixProcess process = runs.start(signal)) {
      process.await(() -> run.epochs() >= 1);
      assumeTrue(signal.equals("TERM") || process.hearsInterrupts());
      before = Files.readAllBytes(run.file("checkpoint.safetensors"));
      process.signal(signal);
      result = process.finish().expect(INTERRUPTED);
    }
    assertTrue(result.err().contains("interrupted after "), result.err());
    assertFalse(
        Arrays.equals(before, Files.readAllBytes(run.file("checkpoint.safetensors"))),
        "the interruption has written no checkpoint");
    assertFalse(Files.exists(run.file("run.lock")));
    assertEquals(List.of(), result.leftovers());

    VaelixProcess.run(folder, hint(result.err())).expect(0);

    ResumedRun.assertSame(whole, run);
  }

  /** The arguments of the command that the message tells the user to type. */
  private static String[] hint(String message) {
    String command =
        message.lines().filter(line -> line.contains(" train --resume ")).findFirst().orElseThrow();
    String arguments = command.substring(command.indexOf(" train --resume ") + 1);
    return arguments.split(" ");
  }

  @Test
  void theSecondInterruptEndsAtOnce() throws IOException {
    RunFolderFiles run = runs.files("twice");
    try (VaelixProcess process = runs.start("twice")) {
      process.await(() -> run.epochs() >= 1);
      process.signal("TERM");
      process.signal("TERM");
      process.finish().expect(INTERRUPTED);
    }

    runs.resume("twice").expect(0);

    ResumedRun.assertSame(whole, run);
  }

  @Test
  void oneFolderIsTrainedByOneProcessAtATime() throws IOException {
    RunFolderFiles run = runs.files("shared");
    try (VaelixProcess first = runs.start("shared")) {
      first.await(() -> run.epochs() >= 1);
      first.signal("STOP"); // so that it is not done before the others have begun
      VaelixProcess.Result second = runs.resume("shared").expect(2);
      VaelixProcess.Result third =
          VaelixProcess.run(folder, "train", "recipe.json", "--set", "run.folder=shared").expect(2);

      assertTrue(second.err().contains("another process trains in shared"), second.err());
      assertTrue(third.err().contains("shared is not empty"), third.err());
      first.signal("CONT");
      first.finish().expect(0);
    }
    assertArrayEquals(whole.weights(), run.weights());
    ResumedRun.assertSame(whole, run);
  }
}
