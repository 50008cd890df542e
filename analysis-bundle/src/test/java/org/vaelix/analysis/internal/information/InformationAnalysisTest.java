package org.vaelix.analysis.internal.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
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

  private static void assertWithinTwoErrors(double exact, JsonObject json, String name) {
    JsonObject estimate = json.getAsJsonObject(name);
    double error = estimate.get("standardError").getAsDouble();
    assertEquals(exact, estimate.get("value").getAsDouble(), 2 * error, name);
    assertTrue(error > 0 && error < 0.1, name + " is off by " + error);
  }

  @Test
  void agreesWithTheClosedFormsOfALinearModel() {
    LinearModel model = model(1500, false);
    JsonObject json = find(model).json();
    assertWithinTwoErrors(model.mutualInformation(), json, "mutualInformation");
    assertWithinTwoErrors(model.divergence(), json, "aggregateKl");
    assertWithinTwoErrors(model.mutualInformation() + model.divergence(), json, "kl");
    assertWithinTwoErrors(model.lostWhenShuffled(), json, "elboLostWhenShuffled");
    assertWithinTwoErrors(0, json, "identityGap");
    assertEquals(Math.log(1500), json.get("mutualInformationBound").getAsDouble());
  }

  @Test
  void aUnitIsActiveByTheVarianceOfItsPosteriorMean() {
    JsonObject json = find(model(1500, false)).json();
    assertEquals(1, json.get("activeUnits").getAsInt());
    for (int k = 0; k < 2; k++) {
      // Five standard errors of a variance of 1500 normal numbers.
      double spread = json.getAsJsonArray("varianceOfPosteriorMean").get(k).getAsDouble();
      assertEquals(A[k] * A[k], spread, 5 * A[k] * A[k] * Math.sqrt(2 / 1499.0));
    }
  }

  @Test
  void theSharesOfDimensionsMakeUpTheKl() {
    JsonObject json = find(model(300, false)).json();
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      sum += json.getAsJsonArray("klPerDimension").get(k).getAsDouble();
    }
    assertEquals(json.getAsJsonObject("kl").get("value").getAsDouble(), sum, 1e-9);
    assertFalse(json.has("skipKl"));
  }

  @Test
  void latentVariablesWithinSkipsCount() {
    JsonObject without = find(model(300, false)).json();
    JsonObject with = find(model(300, true)).json();
    assertEquals(0.5, with.getAsJsonObject("skipKl").get("value").getAsDouble(), 1e-12);
    assertEquals(without.get("elbo").getAsDouble() - 0.5, with.get("elbo").getAsDouble(), 1e-9);
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
