package org.vaelix.models.internal.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.ToyParts;
import org.vaelix.models.internal.ToyRows;
import org.vaelix.testkit.GradientCheck;
import org.vaelix.testkit.PartHarness;

class AutoencoderTest {
  private final PartHarness harness = ToyRows.harness(true);
  private final Model model =
      new AutoencoderModel()
          .create(
              new AutoencoderModel.Config(
                  1,
                  ToyParts.Linear.spec(false),
                  Optional.empty(),
                  Optional.empty(),
                  ToyParts.UnitNormal.spec(),
                  CodeRange.LINEAR,
                  List.of()),
              harness.context());

  /** z = x0 + 1, decoded = (z, 2z, −1). */
  private void setWeights() {
    harness.set("encoder/mean/weight", 1, 0, 0);
    harness.set("encoder/mean/bias", 1);
    harness.set("decoder/mean/weight", 1, 2, 0);
    harness.set("decoder/mean/bias", 0, 0, -1);
  }

  @Test
  void theLossIsTheNegativeLogLikelihood() {
    Terms terms = model.terms(ToyRows.batch(harness));
    setWeights();
    double[] error = harness.values(terms.measures().get(Autoencoder.SQUARED_ERROR));
    double[] fit = harness.values(terms.measures().get(Terms.RECONSTRUCTION));
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < ToyRows.ROWS; row++) {
      double x0 = ToyRows.VALUES[3 * row];
      double x1 = ToyRows.VALUES[3 * row + 1];
      double x2 = ToyRows.VALUES[3 * row + 2];
      double z = x0 + 1;
      double squares = Math.pow(x0 - z, 2) + Math.pow(x1 - 2 * z, 2) + Math.pow(x2 + 1, 2);
      assertEquals(squares, error[row], 1e-12);
      assertEquals(-0.5 * squares - 1.5 * Math.log(2 * Math.PI), fit[row], 1e-12);
      assertEquals(-fit[row], loss[row], 0);
    }
  }

  @Test
  void unobservedValuesCountForNothing() {
    Terms terms = model.terms(ToyRows.masked(harness, 1, 1, 0, 1, 0, 1));
    setWeights();
    double[] error = harness.values(terms.measures().get(Autoencoder.SQUARED_ERROR));
    // Row 0: z = 1.5, (0.5 − 1.5)² + (−1 − 3)²; row 1: z = 2.5, (1.5 − 2.5)² + (−0.7 + 1)².
    assertArrayEquals(new double[] {17, 1.09}, error, 1e-12);
  }

  @Test
  void gradientsAgreeWithDifferences() {
    Terms terms = model.terms(ToyRows.batch(harness));
    GradientCheck.verify(harness, terms.loss().sum(), GradientCheck.parameters(harness.graph()));
  }

  @Test
  void theCodeHasTheLatentSize() {
    var code = model.encode(ToyRows.batch(harness)).get(Model.MEAN);
    setWeights();
    assertEquals(Shape.of(2, 1), code.shape());
    assertArrayEquals(new double[] {1.5, 2.5}, harness.values(code), 1e-12);
  }

  @Test
  void itSaysWhyItCannotGenerate() {
    ModelException e = assertThrows(ModelException.class, () -> model.generate(Conditions.none(1)));
    assertTrue(e.getMessage().contains("'vae'"));
  }
}
