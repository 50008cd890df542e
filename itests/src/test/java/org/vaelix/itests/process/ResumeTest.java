package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was killed, however and whenever, ends with the bits of one that was not. */
class ResumeTest {
  private static final int ATTEMPTS = 5;

  @TempDir static Path folder;
  private static ResumedRun runs;
  private static RunFolderFiles whole;

  @BeforeAll
  static void trainWithoutDisturbance() throws IOException {
    runs = ResumedRun.in(folder);
    whole = runs.train("whole");
    assertEquals(10, whole.epochs());
  }

  @Test
  void killedAfterFiveEpochs() throws IOException {
    RunFolderFiles killed = kill("five", 5, 0);
    assertTrue(killed.epochs() < 10, "killed too late: " + killed.epochs());

    runs.resume("five").expect(0);

    ResumedRun.assertSame(whole, killed);
  }

  /** The moments are not multiples of anything, so that they fall somewhere within an epoch. */
  @ParameterizedTest
  @ValueSource(ints = {7, 31, 67})
  void killedWithinAnEpoch(int milliseconds) throws IOException {
    String name = "within-" + milliseconds;
    RunFolderFiles killed = kill(name, 3, milliseconds);

    runs.resume(name).expect(0);

    ResumedRun.assertSame(whole, killed);
  }

  @Test
  void killedAgainAndAgain() throws IOException {
    RunFolderFiles killed = kill("again", 1, 11);
    for (int epochs : new int[] {3, 6}) {
      try (VaelixProcess process = VaelixProcess.start(folder, "train", "--resume", "again")) {
        process.await(() -> killed.epochs() > epochs);
        assertTrue(process.kill(), "killed too late");
      }
    }

    runs.resume("again").expect(0);

    ResumedRun.assertSame(whole, killed);
  }

  @Test
  void killedBeforeTheFirstEpochWasDone() throws IOException {
    RunFolderFiles killed = runs.files("early");
    try (VaelixProcess process = runs.start("early")) {
      process.await(() -> Files.exists(killed.file("checkpoint.safetensors")));
      process.kill();
    }
    assertFalse(Files.exists(killed.file("weights.safetensors")));

    runs.resume("early").expect(0);

    ResumedRun.assertSame(whole, killed);
  }

  @Test
  void aHalfWrittenLineIsRepaired() throws IOException {
    RunFolderFiles killed = kill("torn", 3, 0);
    Files.writeString(
        killed.file("metrics.jsonl"), "{\"epoch\":4,\"step\":38", StandardOpenOption.APPEND);

    runs.resume("torn").expect(0);

    ResumedRun.assertSame(whole, killed);
  }

  @Test
  void earlyStoppingStopsAtTheSameEpoch() throws IOException {
    String[] settings = {"training.epochs=40", "training.earlyStopping.patience=1"};
    RunFolderFiles stopped = runs.train("stopped", settings);
    assertEquals("early", stopped.json("summary.json").get("stopped").getAsString());
    assertTrue(stopped.epochs() < 40);
    RunFolderFiles killed = kill("stopped-later", 5, 0, settings);

    runs.resume("stopped-later").expect(0);

    ResumedRun.assertSame(stopped, killed);
  }

  @Test
  void aRunThatStoppedEarlyGoesOnWithMorePatience() throws IOException {
    String[] settings = {"training.epochs=40", "training.earlyStopping.patience=1"};
    long epochs = runs.train("patient", settings).epochs();

    VaelixProcess.Result refused =
        VaelixProcess.run(folder, "train", "--resume", "patient", "--set", "training.epochs=50")
            .expect(2);
    assertTrue(refused.err().contains("was stopped early after " + epochs), refused.err());
    assertTrue(refused.err().contains("training.earlyStopping.patience=2"), refused.err());

    VaelixProcess.run(
            folder, "train", "--resume", "patient", "--set", "training.earlyStopping.patience=4")
        .expect(0);
    assertTrue(runs.files("patient").epochs() > epochs);
  }

  @Test
  void anInterruptedRunSaysThatItHasNoResultsYet() throws IOException {
    kill("unfinished", 3, 0);

    VaelixProcess.Result result = VaelixProcess.run(folder, "evaluate", "unfinished").expect(2);

    assertTrue(result.err().contains("train --resume unfinished"), result.err());
  }

  @Test
  void aFinishedRunIsNotTrainedAgain() throws IOException {
    runs.train("done", "training.epochs=2");
    String summary = Files.readString(runs.files("done").file("summary.json"));

    VaelixProcess.Result result = runs.resume("done").expect(2);

    assertTrue(result.err().contains("has finished"), result.err());
    assertTrue(result.err().contains("--set training.epochs="), result.err());
    assertEquals(summary, Files.readString(runs.files("done").file("summary.json")));
  }

  @Test
  void aFinishedRunGoesOnWithMoreEpochs() throws IOException {
    runs.train("longer", "training.epochs=2");

    VaelixProcess.run(folder, "train", "--resume", "longer", "--set", "training.epochs=4")
        .expect(0);

    assertEquals(4, runs.files("longer").epochs());
    assertEquals(4, runs.files("longer").json("summary.json").get("epochs").getAsInt());
  }

  /** Kills a run that has done some epochs, some time later. */
  private static RunFolderFiles kill(String name, int epochs, int milliseconds, String... settings)
      throws IOException {
    RunFolderFiles files = runs.files(name);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (VaelixProcess process = runs.start(name, settings)) {
        if (process.comes(() -> files.epochs() >= epochs)
            && process.comes(after(milliseconds))
            && process.kill()) {
          return files;
        }
      }
      files.delete(); // a busy machine has let the run end before it was killed
    }
    throw new AssertionError("the run always ended before it was killed");
  }

  private static BooleanSupplier after(int milliseconds) {
    long then = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    return () -> System.nanoTime() >= then;
  }
}
