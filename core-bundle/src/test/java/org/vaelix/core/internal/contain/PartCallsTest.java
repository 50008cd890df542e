package org.vaelix.core.internal.contain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;

class PartCallsTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  private record Part(String type) implements PartReference {
    @Override
    public String kind() {
      return "prior";
    }

    @Override
    public Origin origin() {
      return new Origin("org.example." + type, "1.0.0", "");
    }

    @Override
    public Lease lease() {
      throw new IllegalStateException("not asked for");
    }
  }

  private static final Part OUTER = new Part("outer");
  private static final Part INNER = new Part("inner");

  @Test
  void givesWhatTheCodeReturnsOrThrowsAsItIs() {
    IllegalStateException thrown = new IllegalStateException("as it is");

    assertEquals(3, PartCalls.call(OUTER, "create", () -> 3, LONG));
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                PartCalls.call(
                    OUTER,
                    "create",
                    () -> {
                      throw thrown;
                    },
                    LONG)));
  }

  @Test
  void onePartWithinAnotherRunsOnTheSameThread() {
    Thread[] inner = new Thread[1];
    Thread outer =
        PartCalls.call(
            OUTER,
            "create",
            () -> {
              inner[0] = PartCalls.call(INNER, "create", Thread::currentThread, LONG);
              return Thread.currentThread();
            },
            LONG);

    assertSame(outer, inner[0]);
    assertTrue(outer != Thread.currentThread());
  }

  @Test
  void theInnermostIsBlamedAndInterrupted() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    CatalogException late =
        assertThrows(
            CatalogException.class,
            () ->
                PartCalls.call(
                    OUTER,
                    "create",
                    () -> PartCalls.call(INNER, "create", () -> sleep(interrupted)),
                    SHORT));

    assertEquals(
        "prior 'inner' from org.example.inner 1.0.0 does not come back from create within 1 s and is"
            + " put aside; this is a fault of that bundle",
        late.getMessage());
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
  }

  @Test
  void whoWorksWithManyOthersIsNotLate() {
    int[] calls = new int[1];
    PartCalls.call(
        OUTER,
        "create",
        () -> {
          for (int i = 0; i < 8; i++) { // 1.6 s in all
            calls[0] += PartCalls.call(INNER, "create", () -> 1, LONG);
            pause(200);
          }
          return null;
        },
        SHORT);

    assertEquals(8, calls[0]);
  }

  @Test
  void anInterruptOfTheCallerIsKept() {
    Thread.currentThread().interrupt();

    assertEquals(1, PartCalls.call(OUTER, "create", () -> 1, LONG));
    assertTrue(Thread.interrupted());
  }

  private static Object sleep(CountDownLatch interrupted) {
    try {
      Thread.sleep(60_000);
      return null;
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
