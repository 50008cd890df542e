package org.vaelix.analysis.internal.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.analysis.internal.Estimate;
import org.vaelix.analysis.internal.LinearModel;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.model.ModelException;

class InformationAnalysisTest {
  private static final double[] A = {0.8, 0.02};
  private static final double[] S = {0.6, 0.95};
  private static final double[] W = {1.5, 0.5};

  private static LinearModel model(int rows, boolean hasSkipLatents) {
    return new LinearModel(rows, A, S, W, hasSkipLatents);
  }

  private static Finding find(LinearModel model) {
    InformationAnalysis analysis = new InformationAnalysis();
    return analysis.create(analysis.defaults()).of(model);
  }

  private static double estimate(Map<String, Object> found, String name, String part) {
    return (Double) ((Map<?, ?>) found.get(name)).get(part);
  }

  private static double[] array(Map<String, Object> found, String name) {
    return (double[]) found.get(name);
  }

  private static void assertWithinTwoErrors(double exact, Map<String, Object> found, String name) {
    double error = estimate(found, name, "standardError");
    assertEquals(exact, estimate(found, name, "value"), 2 * error, name);
    assertTrue(error > 0 && error < 0.1, name + " is off by " + error);
  }

  @Test
  void agreesWithTheClosedFormsOfALinearModel() {
    LinearModel model = model(1500, false);
    Map<String, Object> found = find(model).numbers();
    assertWithinTwoErrors(model.mutualInformation(), found, "mutualInformation");
    assertWithinTwoErrors(model.divergence(), found, "aggregateKl");
    assertWithinTwoErrors(model.mutualInformation() + model.divergence(), found, "kl");
    assertWithinTwoErrors(model.lostWhenShuffled(), found, "elboLostWhenShuffled");
    assertWithinTwoErrors(0, found, "identityGap");
    assertEquals(Math.log(1500), found.get("mutualInformationBound"));
  }

  @Test
  void aUnitIsActiveByTheVarianceOfItsPosteriorMean() {
    Map<String, Object> found = find(model(1500, false)).numbers();
    assertEquals(1L, found.get("activeUnits"));
    for (int k = 0; k < 2; k++) {
      // Five standard errors of a variance of 1500 normal numbers.
      double spread = array(found, "varianceOfPosteriorMean")[k];
      assertEquals(A[k] * A[k], spread, 5 * A[k] * A[k] * Math.sqrt(2 / 1499.0));
    }
  }

  @Test
  void theSharesOfDimensionsMakeUpTheKl() {
    Map<String, Object> found = find(model(300, false)).numbers();
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      sum += array(found, "klPerDimension")[k];
    }
    assertEquals(estimate(found, "kl", "value"), sum, 1e-9);
    assertFalse(found.containsKey("skipKl"));
  }

  @Test
  void latentVariablesWithinSkipsCount() {
    Map<String, Object> without = find(model(300, false)).numbers();
    Map<String, Object> with = find(model(300, true)).numbers();
    assertEquals(0.5, estimate(with, "skipKl", "value"), 1e-12);
    assertEquals((Double) without.get("elbo") - 0.5, (Double) with.get("elbo"), 1e-9);
  }

  /** More draws than are computed at once, and a number of rows that they do not divide. */
  @Test
  void chunksOfDrawsChangeNothing() {
    Measures measures = new Measures(model(300, false));
    AggregatePosterior aggregate = measures.aggregate();
    double[] kl = new double[300];
    for (int row = 0; row < 300; row++) {
      kl[row] = measures.kl()[row][0] + measures.kl()[row][1];
      assertTrue(aggregate.logOwn()[row] >= aggregate.logAggregate()[row] - Math.log(300));
      assertTrue(aggregate.logOwn()[row] <= aggregate.logAggregate()[row] + Math.log(300) + 1e-12);
    }
    assertEquals(
        aggregate.mutualInformation().value() + aggregate.divergence().value(),
        aggregate.gap(kl).value() + Estimate.of(kl).value(),
        1e-9);
  }

  @Test
  void saysWhatItFound() {
    String text = find(model(300, false)).text();
    assertTrue(text.contains("active units                1 of 2\n"), text);
    assertTrue(text.contains("at most ln 300 = 5.704\n"), text);
    assertFalse(text.contains("close to its bound"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertFalse(text.contains("\r"));
  }

  @Test
  void saysThatTooFewRowsLimitTheEstimate() {
    LinearModel sharp =
        new LinearModel(50, new double[] {1, 1}, new double[] {1e-3, 1e-3}, W, false);
    assertTrue(find(sharp).text().contains("close to its bound"));
  }

  @Test
  void oneRowIsRefused() {
    ModelException e = assertThrows(ModelException.class, () -> find(model(1, false)));
    assertEquals(
        "one row alone says nothing of how rows differ in z; give 2 or more", e.getMessage());
  }
}
