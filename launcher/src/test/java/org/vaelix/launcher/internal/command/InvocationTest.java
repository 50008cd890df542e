package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InvocationTest {
  private final Invocation invocation = new Invocation(System.out, System.err, 0, "./vaelix");

  @Test
  void aCommandThatNeverAsksIsNotWaitedFor() {
    assertFalse(invocation.interrupt());
  }

  @Test
  void aCommandThatAsksIsToldAndWaitedFor() {
    assertFalse(invocation.interrupted());
    assertTrue(invocation.interrupt());
    assertTrue(invocation.interrupted());
  }

  @Test
  void whatIsShownCanBePasted() {
    assertEquals("runs/a-1", Paths.quoted(Path.of("runs/a-1")));
    assertEquals("'a b'", Paths.quoted(Path.of("a b")));
    assertEquals("'it'\\''s'", Paths.quoted(Path.of("it's")));
    assertEquals(
        "'/my tools/vaelix'",
        new Invocation(System.out, System.err, 0, "/my tools/vaelix").program());
  }

  @Test
  void pathsBelowTheWorkingDirectoryAreShownFromThere() {
    Path here = Path.of("").toAbsolutePath();
    assertEquals(Path.of("runs/a"), Paths.shortest(here.resolve("runs/a")));
    assertEquals(here.getParent(), Paths.shortest(here.getParent()));
  }
}
