package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void textIsLeftAndNumbersAreRight() {
    assertEquals(
        """
        name   value  note
        short    1.5  a
        s       -100  longer
        """,
        new Table("name", "value", "note")
            .row("short", "1.5", "a")
            .row("s", "-100", "longer")
            .toString());
  }

  @Test
  void aHeaderAloneIsATable() {
    assertEquals("a  b\n", new Table("a", "b").toString());
  }
}
