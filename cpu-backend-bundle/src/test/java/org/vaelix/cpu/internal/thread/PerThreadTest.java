package org.vaelix.cpu.internal.thread;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PerThreadTest {
  @Test
  void eachThreadHasOneOfItsOwnAndKeepsIt() throws Exception {
    PerThread<int[]> memory = new PerThread<>(() -> new int[4]);
    int[] own = memory.get();
    System.gc();

    assertSame(own, memory.get());
    CompletableFuture<int[]> others = new CompletableFuture<>();
    Thread other = new Thread(() -> others.complete(memory.get()));
    other.start();
    assertNotSame(own, others.get());
  }

  /** What a thread-local variable alone would not do while this thread lives. */
  @Test
  void aThreadDoesNotHoldWhatNobodyElseHolds() throws InterruptedException {
    WeakReference<Object> object = used();
    for (int chance = 0; chance < 100 && object.get() != null; chance++) {
      System.gc();
      Thread.sleep(10);
    }

    assertNull(object.get());
  }

  /** Here the object holds its holder, as an object holds the static fields of its class. */
  private static WeakReference<Object> used() {
    record Cyclic(PerThread<?>[] holder) {}

    PerThread<?>[] holder = new PerThread<?>[1];
    PerThread<Object> memory = new PerThread<>(() -> new Cyclic(holder));
    holder[0] = memory;
    return new WeakReference<>(memory.get());
  }
}
