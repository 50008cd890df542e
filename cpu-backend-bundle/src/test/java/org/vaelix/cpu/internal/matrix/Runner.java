package org.vaelix.cpu.internal.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Runs tasks in order, in disorder, and on several threads. */
public final class Runner {
  private Runner() {}

  /** Part after part on this thread. */
  public static void run(List<Task> tasks, float[] memory) {
    for (Task task : tasks) {
      Scratch scratch = scratch(task);
      for (int part = 0; part < task.parts(); part++) {
        task.run(part, memory, scratch);
      }
    }
  }

  /** The parts of each task in a random order, on scratch that holds garbage. */
  public static void shuffled(List<Task> tasks, float[] memory, Random random) {
    for (Task task : tasks) {
      List<Integer> parts = new ArrayList<>();
      for (int part = 0; part < task.parts(); part++) {
        parts.add(part);
      }
      Collections.shuffle(parts, random);
      Scratch scratch = scratch(task);
      parts.forEach(part -> task.run(part, memory, scratch));
    }
  }

  /** The parts of each task on some threads, whoever comes first. */
  public static void threads(List<Task> tasks, float[] memory, int threads) {
    for (Task task : tasks) {
      AtomicInteger next = new AtomicInteger();
      CountDownLatch done = new CountDownLatch(threads);
      for (int t = 0; t < threads; t++) {
        new Thread(() -> work(task, memory, next, done)).start();
      }
      try {
        done.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void work(Task task, float[] memory, AtomicInteger next, CountDownLatch done) {
    Scratch scratch = scratch(task);
    for (int p = next.getAndIncrement(); p < task.parts(); p = next.getAndIncrement()) {
      task.run(p, memory, scratch);
    }
    done.countDown();
  }

  private static Scratch scratch(Task task) {
    float[] floats = new float[task.scratchFloats() + 5];
    java.util.Arrays.fill(floats, Float.NaN);
    return new Scratch(floats, 5);
  }
}
