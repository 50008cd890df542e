package org.vaelix.models.internal.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.objective.IwaeObjective.Gradient;
import org.vaelix.testkit.LinearGaussian;
import org.vaelix.testkit.PartHarness;

class IwaeTest {
  private static final int DRAWS = 4000;

  private static Objective iwae(PartHarness harness, int samples, Gradient gradient) {
    IwaeObjective.Config config = new IwaeObjective.Config(samples, gradient);
    return new IwaeObjective().create(config, harness.context().scope("objective"));
  }

  /** {@return the bound of each row, averaged over draws} */
  private static double[] bound(int samples) {
    PartHarness harness = LinearGaussian.harness(false);
    LinearGaussian model = LinearGaussian.of(harness, false, 1, 1, 1, 1);
    Terms terms = iwae(harness, samples, Gradient.PATHWISE).terms(model);
    return Moments.of(harness, List.of(terms.measures().get(Iwae.IWAE)), DRAWS).mean();
  }

  @Test
  void oneDrawGivesTheEstimateOfTheElbo() {
    PartHarness harness = LinearGaussian.harness(true);
    LinearGaussian model = LinearGaussian.of(harness, false, 1, 1, 1, 1);
    double[] one = harness.values(iwae(harness, 1, Gradient.PATHWISE).terms(model).loss());
    PartHarness other = LinearGaussian.harness(true);
    ElboObjective.Config config = ElboObjective.Config.of(Schedule.constant(1), 1);
    Terms elbo =
        new Elbo(config, other.context().scope("objective"))
            .terms(LinearGaussian.of(other, false, 1, 1, 1, 1));
    assertArrayEquals(other.values(elbo.loss()), one, 1e-12);
  }

  /** The differences between the bounds are some twenty standard errors of their means. */
  @Test
  void moreDrawsCloserToTheEvidence() {
    double[] elbo = LinearGaussian.elbo();
    double[] five = bound(5);
    double[] fifty = bound(50);
    double[] evidence = LinearGaussian.logEvidence();
    for (int row = 0; row < LinearGaussian.ROWS; row++) {
      String bounds = elbo[row] + " " + five[row] + " " + fifty[row] + " " + evidence[row];
      assertTrue(elbo[row] < five[row], bounds);
      assertTrue(five[row] < fifty[row], bounds);
      assertTrue(fifty[row] < evidence[row], bounds);
    }
  }

  /** Expected: SciPy 1.17.1, multivariate_normal(0, W.T @ W + 0.49 * eye(3)).logpdf(x). */
  @Test
  void fromTheTruePosteriorEveryDrawGivesTheEvidence() {
    double[] evidence = {
      -4.888798794922997, -5.6604167037605375, -4.176688213245393, -6.93745958787453
    };
    assertArrayEquals(evidence, LinearGaussian.logEvidence(), 1e-12);
    PartHarness harness = LinearGaussian.harness(false);
    Terms terms = iwae(harness, 3, Gradient.PATHWISE).terms(LinearGaussian.exact(harness));
    assertArrayEquals(evidence, harness.values(terms.measures().get(Iwae.IWAE)), 1e-12);
  }

  /** Tucker et al. 2019: at the optimum the gradient itself vanishes, not only its mean. */
  @Test
  void fromTheTruePosteriorTheDoublyReparameterisedGradientVanishes() {
    PartHarness harness = LinearGaussian.harness(true);
    Terms terms =
        iwae(harness, 3, Gradient.DOUBLY_REPARAMETERISED).terms(LinearGaussian.exact(harness));
    List<Tensor> gradients = encoder(harness, terms);
    for (Tensor gradient : gradients) {
      assertArrayEquals(new double[8], harness.values(gradient), 1e-12);
    }
  }

  private static List<Tensor> encoder(PartHarness harness, Terms terms) {
    Map<String, Tensor> inputs = harness.graph().inputs();
    List<Tensor> with = List.of(inputs.get("q/mean"), inputs.get("q/logSigma"));
    return Gradients.of(terms.loss().sum(), with);
  }

  private static Moments gradient(Gradient estimator) {
    PartHarness harness = LinearGaussian.harness(true);
    Terms terms = iwae(harness, 8, estimator).terms(LinearGaussian.of(harness, false, 1, 1, 1, 1));
    List<Tensor> numbers = new ArrayList<>(encoder(harness, terms));
    Tensor loading = harness.graph().inputs().get("loading");
    numbers.addAll(Gradients.of(terms.loss().sum(), List.of(loading)));
    return Moments.of(harness, numbers, DRAWS);
  }

  @Test
  void bothGradientsHaveOneMeanAndTheDoublyReparameterisedLessNoise() {
    Moments pathwise = gradient(Gradient.PATHWISE);
    Moments doubly = gradient(Gradient.DOUBLY_REPARAMETERISED);
    pathwise.assertSameMean(doubly);
    double factor = pathwise.variance(0, 16) / doubly.variance(0, 16);
    System.out.printf("IWAE, 8 draws: pathwise / doubly-reparameterised variance %.2f%n", factor);
    assertTrue(factor > 1.5, "variance factor " + factor);
  }

  @Test
  void theLossIsThatOfTheBoundWhateverTheGradient() {
    PartHarness harness = LinearGaussian.harness(true);
    LinearGaussian model = LinearGaussian.of(harness, false, 1, 1, 1, 1);
    Terms terms = iwae(harness, 4, Gradient.DOUBLY_REPARAMETERISED).terms(model);
    double[] bound = harness.values(terms.measures().get(Iwae.IWAE));
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < loss.length; row++) {
      assertEquals(-bound[row], loss[row], 1e-12);
    }
  }

  @Test
  void noDrawIsRefused() {
    OptionException e =
        assertThrows(OptionException.class, () -> new IwaeObjective.Config(0, Gradient.PATHWISE));
    assertEquals("samples", e.option());
  }
}
