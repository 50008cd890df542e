package org.vaelix.likelihoods.internal.poisson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.OptionException;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.poisson.PoissonLikelihood.Config;
import org.vaelix.testkit.PartHarness;

class PoissonLikelihoodTest {
  private static final PoissonLikelihood FACTORY = new PoissonLikelihood();

  /**
   * Expected numbers: scipy 1.17.1, stats.poisson.logpmf. The approximation of Stirling's remainder
   * is off by 1.3e-8.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0.05, -0.05",
    "3, 2.5, -1.5428872736055896",
    "170, 150, -4.765062249423977",
    "1000000, 1000300, -7.871684897691011"
  })
  void massIsThatOfScipy(double count, double mean, double expected) {
    double found = Density.of(FACTORY, new Config(1, Optional.empty()), Math.log(mean), count);
    assertEquals(expected, found, 2e-8);
  }

  @Test
  void theRateIsPerSecond() {
    double logRate = Math.log(250);
    double perBin = Density.of(FACTORY, new Config(0.01, Optional.empty()), logRate, 3);
    // scipy 1.17.1, stats.poisson.logpmf(3, 2.5)
    assertEquals(-1.5428872736055896, perBin, 1e-7);
  }

  /** Expected number: scipy 1.17.1, stats.poisson.logpmf at the columns' means. */
  @Test
  void nullModelHasTheBestConstants() {
    double[][] rows = {{0, 3, 1}, {2, 5, 0}, {1, 4, 0}, {0, 7, 2}};
    Moments moments =
        new Moments(4, new double[] {0.75, 4.75, 0.75}, new double[] {0.6875, 2.1875, 0.6875});
    double found = Density.ofNullModel(FACTORY, new Config(0.02, Optional.empty()), moments, rows);
    assertEquals(-16.790105456369588, found, 12 * 2e-8);
  }

  @Test
  void headsStartAtTheNullModel() {
    double[] means = {0.05, 12, 40_000};
    Moments moments = new Moments(1000, means, means);
    PartHarness harness = PartHarness.of(Shape.of(3), moments, false);
    Likelihood likelihood = FACTORY.create(new Config(0.01, Optional.empty()), harness.context());
    Head head = likelihood.heads().get(0);
    double[] bias = head.bias().values(head.shape(), harness.random("bias"));
    Map<String, Tensor> heads = Map.of(head.name(), harness.given("head", Shape.of(1, 3), bias));
    double[] found = harness.values(likelihood.given(heads, Conditions.none(1)).mean());
    assertArrayEquals(means, found, 1e-8);
  }

  @Test
  void aSilentNeuronIsTakenToFireHalfAnEventInAllRows() {
    Moments moments = new Moments(50, new double[] {0}, new double[] {0});
    double[][] oneSpike = {{1}};
    double found = Density.ofNullModel(FACTORY, new Config(1, Optional.empty()), moments, oneSpike);
    assertEquals(Math.log(0.01) - 0.01, found, 2e-8);
  }

  @Test
  void aBinWidthThatIsNotPositiveIsRefused() {
    OptionException e =
        assertThrows(OptionException.class, () -> new Config(-0.01, Optional.empty()));
    assertEquals("binWidth", e.option());
  }

  @Test
  void encodersReadLogarithms() {
    PartHarness harness = PartHarness.of(Shape.of(3), Moments.standard(3), false);
    Likelihood likelihood = FACTORY.create(FACTORY.defaults(), harness.context());
    Tensor x = harness.given("x", Shape.of(1, 3), 0, 1, 99);
    double[] found = harness.values(likelihood.encoderInput(x));
    assertArrayEquals(new double[] {0, Math.log(2), Math.log(100)}, found, 1e-12);
  }
}
