package org.vaelix.analysis.internal.invariance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.analysis.internal.Estimate;
import org.vaelix.analysis.internal.LinearModel;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.random.PhiloxRandom;

class InvarianceTest {
  private static final double[] A = {0.8, 0.3};
  private static final double[] S = {0.6, 0.9};
  private static final double[] W = {1.5, 0.5};
  private static final LinearModel MODEL = new LinearModel(1000, A, S, W, false);

  private static Finding find(LinearModel model) {
    InvarianceAnalysis analysis = new InvarianceAnalysis();
    return analysis.create(analysis.defaults()).of(model);
  }

  private static void assertWithinTwoErrors(double exact, double[] changes) {
    Estimate found = Estimate.of(changes);
    assertEquals(exact, found.value(), 2 * found.standardError());
    assertTrue(found.standardError() < 0.1 && found.standardError() > 0);
  }

  @Test
  void anIsotropicPriorLeavesAllRotationsOpen() {
    Finding found = find(MODEL);
    assertArrayEquals(new double[] {0, 0}, (double[]) found.numbers().get("block"));
    assertTrue(found.text().contains("not determined by the prior at all"), found.text());
    double[] change = new Changes(MODEL, 2).of(List.of(Transformation.rotation(2, 0, 1))).get(0);
    assertTrue(Symmetries.isNothing(change));
  }

  @Test
  void differentVariancesLeaveSignsOnly() {
    Finding found = find(MODEL.prior(1, 0.5));
    assertArrayEquals(new double[] {0, 1}, (double[]) found.numbers().get("block"));
    assertArrayEquals(new double[] {1, 1}, (double[]) found.numbers().get("signFree"));
    assertTrue(found.text().contains("axis 1: determined up to its sign."), found.text());
  }

  /**
   * With q(z) = N(0, V) and p(z) = N(0, P): −½ tr P⁻¹(R·V·Rᵀ − V), V = diag(a² + s²) and R by 30°.
   */
  @Test
  void aRotationCostsWhatTheClosedFormSays() {
    LinearModel model =
        new LinearModel(4000, new double[] {1.5, 0.3}, new double[] {0.6, 0.3}, W, false)
            .prior(1.6, 0.4);
    double first = 1.5 * 1.5 + 0.6 * 0.6;
    double second = 0.3 * 0.3 + 0.3 * 0.3;
    double moved = 0.25 * (second - first);
    double exact = -0.5 * (moved / 2.56 - moved / 0.16);
    double[] found = new Changes(model, 2).of(List.of(Transformation.rotation(2, 0, 1))).get(0);
    assertWithinTwoErrors(exact, found);
    assertTrue(exact < -1);
  }

  /**
   * With variances v′ = diag(R·S·Rᵀ) in the place of the rotated S = diag(s²), the entropy rises by
   * ½ Σ ln v′/s², and the decoder sees the variances diag(Rᵀ·diag(v′)·R).
   */
  @Test
  void independentDimensionsHoldAxesInPlace() {
    double c = 0.75;
    double[] s = {S[0] * S[0], S[1] * S[1]};
    double[] v = {c * s[0] + (1 - c) * s[1], (1 - c) * s[0] + c * s[1]};
    double[] back = {c * v[0] + (1 - c) * v[1], (1 - c) * v[0] + c * v[1]};
    double entropy = 0.5 * (Math.log(v[0] / s[0]) + Math.log(v[1] / s[1]));
    double seen = W[0] * W[0] * (back[0] - s[0]) + W[1] * W[1] * (back[1] - s[1]);
    double[] found =
        new Changes(MODEL, 2).ofIndependent(Transformation.rotation(2, 0, 1)).orElseThrow();
    assertWithinTwoErrors(entropy - 0.5 * seen, found);
  }

  @Test
  void randomRotationsAreOrthogonalAndKeepOtherAxes() {
    double[][] r =
        Transformation.random(4, new int[] {0, 2, 3}, new PhiloxRandom(1, "test", 0)).matrix();
    assertArrayEquals(new double[] {0, 1, 0, 0}, r[1], 1e-12);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double product = 0;
        for (int k = 0; k < 4; k++) {
          product += r[i][k] * r[j][k];
        }
        assertEquals(i == j ? 1 : 0, product, 1e-12);
      }
    }
    assertTrue(Math.abs(r[0][2]) > 1e-3 && Math.abs(r[0][3]) > 1e-3);
  }

  @Test
  void saysWhatItFound() {
    String text = find(MODEL).text();
    assertTrue(text.contains("axes 0-1"), text);
    assertTrue(text.contains("of all axes"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertEquals("0-2, 5, 7-8", Invariance.axes(new int[] {0, 1, 2, 5, 7, 8}));
    Map<?, ?> rotations = (Map<?, ?>) find(MODEL).numbers().get("rotations");
    Map<?, ?> all = (Map<?, ?>) rotations.get("of all axes");
    assertTrue(all.containsKey("elboChangeIndependent"));
  }
}
