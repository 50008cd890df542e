package org.vaelix.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowChoiceTest {
  private static final int[] SPLIT = {10, 12, 15, 20};

  @Test
  void aSplitMeansAllItsRows() {
    RowChoice choice = RowChoice.parse("validation");
    assertEquals("validation", choice.split());
    assertArrayEquals(SPLIT, choice.of(SPLIT, "split"));
  }

  @Test
  void numbersAreCountedWithinTheSplit() {
    RowChoice choice = RowChoice.parse("test:3,0-1,3");
    assertEquals(List.of(3, 0, 1, 3), choice.numbers());
    assertArrayEquals(new int[] {20, 10, 12, 20}, choice.of(SPLIT, "split"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"./test", "rows.csv", "tests", "a/b:c.npy"})
  void anythingElseIsAFile(String text) {
    assertEquals(Optional.of(Path.of(text)), RowChoice.parse(text).file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"test:", "test:a", "test:5-3", "test:1,", "test:-1", "test:99999999"})
  void numbersThatAreNoneAreRefused(String text) {
    RunException e = assertThrows(RunException.class, () -> RowChoice.parse(text));
    assertEquals(
        "'" + text + "' names no rows; write test:0,3,5-7, for example, counted from 0",
        e.getMessage());
  }

  @Test
  void rowsThatAreNotThereAreRefused() {
    RowChoice choice = RowChoice.parse("test:2-4");
    RunException e = assertThrows(RunException.class, () -> choice.of(SPLIT, "the split"));
    assertEquals("the split has the rows 0 to 3, and so no row 4", e.getMessage());
    e = assertThrows(RunException.class, () -> choice.of(new int[0], "the split"));
    assertEquals("the split has no rows; choose others", e.getMessage());
  }
}
