package org.vaelix.data.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.5,-0.5",
    "+7,7",
    ".25,0.25",
    "3.,3",
    "1e3,1000",
    "1E+3,1000",
    "2.5e-3,0.0025",
    "' 4 ',4",
    "1e-999,0",
    "0.1,0.1",
    "12345678901234567890,12345678901234567890"
  })
  void readsNumbers(String text, double value) {
    assertEquals(OptionalDouble.of(value), Cell.number(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "+",
        "-",
        "e3",
        "1e",
        "1e+",
        "1e1.5",
        "--1",
        "1.2.3",
        "1_000",
        "1,5",
        "1f",
        "1d",
        "0x1p3",
        "NaN",
        "Infinity",
        "1e999",
        "٣",
        "1 2",
        "a"
      })
  void refusesEverythingElse(String text) {
    assertTrue(Cell.number(text).isEmpty());
  }
}
