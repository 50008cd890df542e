package org.vaelix.core.internal.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.graph.Shape;

class CheckpointTest {
  @TempDir Path folder;

  @Test
  void restoresEveryBit() throws IOException {
    Progress progress = new Progress();
    progress.step = 1L << 40;
    progress.epoch = 3;
    progress.batch = 7;
    progress.bestLoss = 0.1 + 0.2;
    progress.bestEpoch = 2;
    progress.bestVariables = Map.of("w", HostArray.of(Shape.of(1), Math.E));
    progress.isStopped = true;
    progress.plateauBest = -0.7;
    progress.plateauEpochs = 4;
    progress.rateFactor = 0.1 * 0.1;
    progress.seconds = 1.0 / 3;
    progress.sums.restore(Map.of("kl", new double[] {1e-300, -0.0, Math.PI}), 12);
    Path file = folder.resolve("c.safetensors");

    Checkpoint.write(file, progress, Map.of("w", HostArray.of(Shape.of(2), 1.0 / 7, 5e-324)));
    Progress restored = new Progress();
    Map<String, HostArray> variables = Checkpoint.read(file, restored);

    assertArrayEquals(new double[] {1.0 / 7, 5e-324}, variables.get("w").doubles());
    assertEquals(progress.step, restored.step);
    assertEquals(3, restored.epoch);
    assertEquals(7, restored.batch);
    assertEquals(progress.bestLoss, restored.bestLoss);
    assertEquals(2, restored.bestEpoch);
    assertEquals(Math.E, restored.bestVariables.get("w").get(0));
    assertTrue(restored.isStopped);
    assertEquals(-0.7, restored.plateauBest);
    assertEquals(4, restored.plateauEpochs);
    assertEquals(progress.rateFactor, restored.rateFactor);
    assertEquals(progress.seconds, restored.seconds);
    assertArrayEquals(new double[] {1e-300, -0.0, Math.PI}, restored.sums.sums().get("kl"));
    assertEquals(12, restored.sums.weight());
  }

  @Test
  void keepsThatThereIsNoBestYet() throws IOException {
    Path file = folder.resolve("c.safetensors");
    Checkpoint.write(file, new Progress(), Map.of());
    Progress restored = new Progress();

    Checkpoint.read(file, restored);

    assertEquals(Double.POSITIVE_INFINITY, restored.bestLoss);
  }

  @Test
  void refusesAnotherKindOfFile() throws IOException {
    Path file = folder.resolve("other.safetensors");
    new SafeTensors(Map.of(), Map.of("note", "no checkpoint")).write(file);

    assertThrows(IOException.class, () -> Checkpoint.read(file, new Progress()));
  }
}
