package org.vaelix.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsLineUp() {
    Table table = new Table("who", "ms");
    table.add("Vaelix", "0.123");
    assertEquals("| who    |    ms |\n| ------ | ----: |\n| Vaelix | 0.123 |\n", table.toString());
  }

  @Test
  void numbersHaveThreeDigits() {
    assertEquals("0.123", Numbers.of(0.12345));
    assertEquals("12.3", Numbers.of(12.345));
    assertEquals("1234", Numbers.of(1234.2));
    assertEquals("1 354 544", Numbers.thousands(1354544));
  }
}
