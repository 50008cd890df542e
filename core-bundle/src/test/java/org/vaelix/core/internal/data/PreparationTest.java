package org.vaelix.core.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.core.recipe.Preprocess;
import org.vaelix.core.recipe.Preprocess.Missing;

class PreparationTest {
  private static final Dataset COUNTS =
      Dataset.of(
          "spikes.csv", HostArray.of(Shape.of(3, 2), 0, 4, 1, -1, 2, 2.5), List.of("n1", "n2"), 2);

  @Test
  void namesFileRowAndColumnOfTheFirstValueThatDoesNotFit() {
    DataException refused =
        assertThrows(
            DataException.class,
            () -> Preparation.check(COUNTS, COUNTS, at -> Support.COUNTS, "poisson"));

    assertEquals(
        "spikes.csv, row 3, column 'n2': -1 is not admitted by likelihood 'poisson', which needs"
            + " whole numbers from 0 (2 such values in all); mend the data, set /preprocess, or"
            + " choose another likelihood",
        refused.getMessage());
  }

  @Test
  void admitsWhatFits() {
    assertDoesNotThrow(() -> Preparation.check(COUNTS, COUNTS, at -> Support.REAL, "gaussian"));
  }

  @Test
  void refusesWhatIsNotANumber() {
    Dataset gaps = Dataset.of("x.npy", HostArray.of(Shape.of(1, 1), Double.NaN), List.of(), 1);

    DataException refused =
        assertThrows(
            DataException.class, () -> Preparation.checkNumbers(gaps, gaps, Preprocess.DEFAULTS));

    assertEquals(
        "x.npy, row 1, column 1: NaN is not",
        refused.getMessage().substring(0, "x.npy, row 1, column 1: NaN is not".length()));
  }

  @Test
  void scalesThenThresholds() {
    Preprocess options = new Preprocess(0.5, Optional.of(0.9), Missing.REFUSE, List.of());

    Dataset prepared = Preparation.preprocess(COUNTS, options);

    assertArrayEquals(new double[] {0, 1, 0, 0, 1, 1}, prepared.values().doubles());
    assertEquals(4, COUNTS.values().get(1), "the original is untouched");
  }

  @Test
  void momentsAreOverTheGivenRowsOnly() {
    Moments moments = Preparation.moments(COUNTS.values(), COUNTS.columns(), new int[] {0, 2});

    assertArrayEquals(new double[] {1, 3.25}, moments.mean());
    assertArrayEquals(new double[] {1, 0.5625}, moments.variance());
    assertArrayEquals(new double[] {0.5, 0}, moments.zeros());
    assertEquals(List.of("n1", "n2"), moments.columns());
    assertEquals(2, moments.rows());
  }

  @Test
  void placesOfARowMayAdmitDifferentValues() {
    DataException refused =
        assertThrows(
            DataException.class,
            () ->
                Preparation.check(
                    COUNTS, COUNTS, at -> at == 0 ? Support.COUNTS : Support.POSITIVE, "mixed"));

    assertEquals(
        "spikes.csv, row 3, column 'n2': -1 is not admitted by likelihood 'mixed', which needs"
            + " numbers above 0 (1 such values in all); mend the data, set /preprocess, or"
            + " choose another likelihood",
        refused.getMessage());
  }

  @Test
  void namesTheFirstRowWhoseValuesDoNotGoTogether() {
    DataException refused =
        assertThrows(
            DataException.class,
            () ->
                Preparation.checkRows(
                    COUNTS,
                    row ->
                        row[0] > row[1] ? Optional.of("the first is larger") : Optional.empty()));

    assertEquals("spikes.csv, row 3: the first is larger", refused.getMessage());
  }

  @Test
  void momentsAreOverWhatWasObserved() {
    double none = Double.NaN;
    HostArray values = HostArray.of(Shape.of(4, 2), 1, none, 3, 5, none, 9, 8, 8);

    Moments moments = Preparation.moments(values, new int[] {0, 1, 2});

    assertArrayEquals(new double[] {2, 7}, moments.mean());
    assertArrayEquals(new double[] {1, 4}, moments.variance());
    assertEquals(3, moments.rows());
  }

  @Test
  void valuesKeepTheirOrderInAnotherShape() {
    Preprocess options = new Preprocess(1, Optional.empty(), Missing.REFUSE, List.of(1, 2, 1));

    Dataset prepared = Preparation.preprocess(COUNTS, options);

    assertEquals(Shape.of(3, 1, 2, 1), prepared.values().shape());
    assertArrayEquals(COUNTS.values().doubles(), prepared.values().doubles());
    assertEquals("spikes.csv, row 3, column 'n2'", prepared.place(1, 1));
  }

  @Test
  void aShapeThatTheValuesDoNotFillIsRefused() {
    Preprocess options = new Preprocess(1, Optional.empty(), Missing.REFUSE, List.of(1, 3));

    DataException refused =
        assertThrows(DataException.class, () -> Preparation.preprocess(COUNTS, options));

    assertEquals(
        "spikes.csv: /preprocess/shape [1, 3] is for 3 values, and an observation has 2; change"
            + " it, or choose other columns",
        refused.getMessage());
  }

  @Test
  void missingValuesStayMissingWhereTheyMay() {
    Preprocess options = new Preprocess(2, Optional.of(1.0), Missing.MASK, List.of());
    Dataset gaps = Dataset.of("x.npy", HostArray.of(Shape.of(1, 2), Double.NaN, 3), List.of(), 1);

    Dataset prepared = Preparation.preprocess(gaps, options);

    assertArrayEquals(new double[] {Double.NaN, 1}, prepared.values().doubles());
    assertDoesNotThrow(() -> Preparation.checkNumbers(gaps, prepared, options));
    assertDoesNotThrow(() -> Preparation.check(gaps, prepared, at -> Support.BINARY, "bernoulli"));
  }

  @Test
  void aRefusedValueIsShownAsItIsInTheFile() {
    Dataset prepared =
        Preparation.preprocess(
            COUNTS, new Preprocess(0.5, Optional.empty(), Missing.REFUSE, List.of()));

    DataException refused =
        assertThrows(
            DataException.class,
            () -> Preparation.check(COUNTS, prepared, at -> Support.COUNTS, "poisson"));

    assertEquals(
        "spikes.csv, row 3, column 'n1': 1, 0.5 after /preprocess, is not admitted by",
        refused.getMessage().substring(0, 76));
  }

  @Test
  void refusesAValueThatNoTrainingRowHas() {
    double none = Double.NaN;
    HostArray values = HostArray.of(Shape.of(3, 2), 1, none, 3, none, none, 9);
    Dataset gaps = Dataset.of("x.csv", values, List.of("a", "b"), 2);

    DataException refused =
        assertThrows(DataException.class, () -> Preparation.checkObserved(gaps, new int[] {0, 1}));

    assertEquals(
        "x.csv, row 2, column 'b': this value is missing in every training row; leave the column"
            + " out",
        refused.getMessage());
  }
}
