package org.vaelix.core.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Condition;
import org.vaelix.core.recipe.ConditionColumn;
import org.vaelix.core.recipe.ConditionColumn.As;

class CodingTest {
  private static final int[] FIRST_THREE = {0, 1, 2};

  private static Dataset cells(String... texts) {
    double[] numbers = Arrays.stream(texts).mapToDouble(CellCheck::parsed).toArray();
    return dataset(Column.of(texts, numbers));
  }

  private static Dataset dataset(Column column) {
    int rows = column.rows();
    HostArray values = HostArray.of(Shape.of(rows, 1), new double[rows]);
    return Dataset.of("cells.csv", values, List.of("x"), 2).withConditions(Map.of("c", column));
  }

  private static Coding fit(As as, Dataset dataset) {
    ConditionColumn options = new ConditionColumn("c", Optional.of("name"), as, Optional.empty());
    return Coding.of(options, dataset, FIRST_THREE);
  }

  private static String refusal(Runnable code) {
    return assertThrows(DataException.class, code::run).getMessage();
  }

  @Test
  void textIsACategoryWithOneLevelForEachDifferentCell() {
    Dataset data = cells("b", "a", "b", "c");

    Coding coding = fit(As.AUTO, data);

    assertEquals("name", coding.condition().name());
    assertEquals(Condition.Kind.CATEGORY, coding.condition().kind());
    assertEquals(List.of("a", "b", "c"), coding.condition().levels());
    assertEquals(3, coding.condition().width());
    assertArrayEquals(new double[] {1, 0, 1, 2}, coding.code(data).numbers());
  }

  @Test
  void levelsThatAreNumbersAreSortedBySize() {
    Coding coding = fit(As.CATEGORY, cells("10", "9", "x", "1"));

    assertEquals(List.of("1", "9", "10", "x"), coding.condition().levels());
  }

  @Test
  void numbersOfAnArrayAreLevelsToo() {
    Coding coding = fit(As.CATEGORY, dataset(Column.of(1, new double[] {2, 0, 2.5, 2})));

    assertEquals(List.of("0", "2", "2.5"), coding.condition().levels());
  }

  /** numpy: x = np.array([1, 2, 6]); (np.array([1, 2, 6, 13]) - x.mean()) / x.std(). */
  @Test
  void numbersAreStandardisedOverTheTrainingRows() {
    Dataset data = cells("1", "2", "6", "13");

    Coding coding = fit(As.AUTO, data);

    assertEquals(Condition.Kind.STANDARDISED, coding.condition().kind());
    assertArrayEquals(
        new double[] {
          -0.9258200997725514, -0.4629100498862757, 1.3887301496588271, 4.62910049886276
        },
        coding.code(data).numbers(),
        1e-14);
  }

  @Test
  void aColumnThatNeverVariesBecomesZero() {
    Dataset data = cells("5", "5", "5", "7");

    assertArrayEquals(new double[] {0, 0, 0, 2}, fit(As.STANDARDISED, data).code(data).numbers());
  }

  @Test
  void anExposureStaysAsItIsAndNoNetworkSeesIt() {
    Dataset data = cells("1500", "2000", "10", "1");

    Coding coding = fit(As.EXPOSURE, data);

    assertArrayEquals(new double[] {1500, 2000, 10, 1}, coding.code(data).numbers());
    assertEquals(Condition.Networks.NONE, coding.condition().networks());
    assertEquals(Condition.Networks.BOTH, fit(As.NUMBER, data).condition().networks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTO|NA|'NA' is not a number, and other cells are; correct it, or set",
        "NUMBER|x|'x' is not a finite number; correct it, or set",
        "STANDARDISED|''|the cell is empty; a condition must be known of every row",
        "CATEGORY|''|the cell is empty; a condition must be known of every row",
        "EXPOSURE|0|0.0 is no exposure: it must be above 0",
      })
  void refusesCellsWithTheirPlace(As as, String cell, String problem) {
    Dataset data = cells("1", "2", cell, "4");

    String message = refusal(() -> fit(as, data).code(data));

    String expected = "cells.csv, row 4, column 'c': " + problem;
    assertEquals(expected, message.substring(0, Math.min(expected.length(), message.length())));
  }

  @Test
  void refusesALevelThatWasNotThere() {
    Coding coding = fit(As.CATEGORY, cells("north", "south", "north", "east"));

    assertEquals(
        "cells.csv, row 3, column 'c': 'noth' is a level that no row had in training; did you mean"
            + " 'north'?",
        refusal(() -> coding.code(cells("east", "noth"))));
    assertEquals(
        "condition 'name': 'Z' is a level that no row had in training; the model knows east, north,"
            + " south",
        refusal(() -> coding.code("Z")));
  }

  @Test
  void aValueByHandIsCodedLikeACell() {
    assertArrayEquals(
        new double[] {1}, fit(As.CATEGORY, cells("a", "b", "a", "a")).code("b").numbers());
    assertArrayEquals(
        new double[] {-1.224744871391589},
        fit(As.STANDARDISED, cells("1", "2", "3", "9")).code("1").numbers(),
        1e-14);
    assertArrayEquals(
        new double[] {7, 8},
        fit(As.NUMBER, dataset(Column.of(2, new double[8]))).code("7,8").numbers());
  }

  @Test
  void refusesAnotherWidth() {
    Coding coding = fit(As.NUMBER, dataset(Column.of(2, new double[8])));

    assertEquals(
        "condition 'name': '7' is 1 numbers; give 2, separated by commas",
        refusal(() -> coding.code("7")));
    assertEquals(
        "cells.csv, row 2, column 'c': 1 numbers for each row, the model was trained with 2",
        refusal(() -> coding.code(cells("1", "2"))));
  }
}
