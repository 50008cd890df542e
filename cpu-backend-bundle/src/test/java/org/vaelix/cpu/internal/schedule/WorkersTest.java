package org.vaelix.cpu.internal.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Every part is done once, whoever is late. */
class WorkersTest {
  /** A task that counts how often each part is done, and says that it is worth sharing. */
  private record Counting(AtomicIntegerArray counts, long pause) implements Task {
    @Override
    public int parts() {
      return counts.length();
    }

    @Override
    public void run(int part, float[] memory, Scratch scratch) {
      long end = System.nanoTime() + pause;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      counts.incrementAndGet(part);
    }

    @Override
    public long nanoseconds() {
      return Long.MAX_VALUE;
    }
  }

  private static Workers workers(int threads) {
    return new Workers(threads, new float[threads], 0, 1);
  }

  @Test
  void eachPartOfManyShortTasksIsDoneOnce() {
    try (Workers workers = workers(5)) {
      for (int round = 0; round < 20_000; round++) {
        AtomicIntegerArray counts = new AtomicIntegerArray(2 + round % 7);
        workers.run(new Counting(counts, 0), new float[0]);
        for (int part = 0; part < counts.length(); part++) {
          assertEquals(1, counts.get(part), "round " + round);
        }
      }
    }
  }

  @Test
  void theCallerWaitsForPartsThatOthersHaveBegun() {
    try (Workers workers = workers(3)) {
      for (int round = 0; round < 200; round++) {
        AtomicIntegerArray counts = new AtomicIntegerArray(4);
        workers.run(new Counting(counts, 100_000), new float[0]);
        for (int part = 0; part < counts.length(); part++) {
          assertEquals(1, counts.get(part), "round " + round);
        }
      }
    }
  }

  @Test
  void aFailingPartIsReportedAndTheNextTaskRuns() {
    try (Workers workers = workers(3)) {
      Task failing =
          new Task() {
            @Override
            public int parts() {
              return 6;
            }

            @Override
            public void run(int part, float[] memory, Scratch scratch) {
              if (part == 3) {
                throw new ArithmeticException("part 3");
              }
            }

            @Override
            public long nanoseconds() {
              return Long.MAX_VALUE;
            }
          };
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> workers.run(failing, new float[0]));
      assertEquals("part 3", thrown.getCause().getMessage());
      AtomicIntegerArray counts = new AtomicIntegerArray(6);
      workers.run(new Counting(counts, 0), new float[0]);
      assertEquals(1, counts.get(5));
    }
  }
}
