package org.vaelix.models.internal.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.objective.ElboObjective.Baseline;
import org.vaelix.models.internal.objective.ElboObjective.Gradient;
import org.vaelix.testkit.LinearGaussian;
import org.vaelix.testkit.PartHarness;

/** Free bits, capacity and info-vae against their formulas in plain Java. */
class ElboVariantsTest {
  private final PartHarness harness = LinearGaussian.harness(true);
  private final LinearGaussian model = LinearGaussian.of(harness, true, 1, 1, 1, 1);

  private double[] measure(Terms terms, String name) {
    return harness.values(terms.measures().get(name));
  }

  private Terms freeBits(double nats, FreeBits.Over over) {
    Objective elbo =
        new Elbo(
            new ElboObjective.Config(
                Schedule.constant(2), 1, nats, over, Gradient.PATHWISE, Baseline.NONE),
            harness.context().scope("objective"));
    return elbo.terms(model);
  }

  private double meanLoss(Terms terms) {
    return Arrays.stream(harness.values(terms.loss())).average().orElseThrow();
  }

  private double meanFit(Terms terms) {
    return Arrays.stream(measure(terms, Terms.RECONSTRUCTION)).average().orElseThrow();
  }

  private double[] meanKls(Terms terms) {
    double[] byRow = measure(terms, Terms.KL_PER_DIMENSION);
    double[] means = new double[LinearGaussian.LATENT];
    for (int i = 0; i < byRow.length; i++) {
      means[i % LinearGaussian.LATENT] += byRow[i] / LinearGaussian.ROWS;
    }
    return means;
  }

  /** λ lies between the two dimensions' mean KLs: one of them is free, the other is not. */
  @Test
  void freeBitsBoundTheMeanOfEachDimension() {
    double[] kls = meanKls(freeBits(0, FreeBits.Over.DIMENSION));
    double lambda = (kls[0] + kls[1]) / 2;
    PartHarness other = LinearGaussian.harness(true);
    Terms terms =
        new Elbo(
                new ElboObjective.Config(
                    Schedule.constant(2),
                    1,
                    lambda,
                    FreeBits.Over.DIMENSION,
                    Gradient.PATHWISE,
                    Baseline.NONE),
                other.context().scope("objective"))
            .terms(LinearGaussian.of(other, true, 1, 1, 1, 1));
    double fit =
        Arrays.stream(other.values(terms.measures().get(Terms.RECONSTRUCTION)))
            .average()
            .orElseThrow();
    double loss = Arrays.stream(other.values(terms.loss())).average().orElseThrow();
    assertEquals(2 * (lambda + Math.max(kls[0], kls[1])) - fit, loss, 1e-12);
  }

  @Test
  void aFreeKlIsNotPushedDown() {
    Terms terms = freeBits(50, FreeBits.Over.TOTAL);
    assertEquals(2 * 50 - meanFit(terms), meanLoss(terms), 1e-12);
    Map<String, Tensor> inputs = harness.graph().inputs();
    List<Tensor> with = List.of(inputs.get("q/mean"));
    Tensor fit = terms.measures().get(Terms.RECONSTRUCTION);
    double[] ofLoss = harness.values(Gradients.of(terms.loss().sum(), with).get(0));
    double[] ofFit = harness.values(Gradients.of(fit.sum().negate(), with).get(0));
    assertArrayEquals(ofFit, ofLoss, 1e-12);
  }

  @Test
  void aPaidTotalIsTheKlItself() {
    Terms terms = freeBits(0.01, FreeBits.Over.TOTAL);
    double[] kl = measure(terms, Terms.KL);
    double[] fit = measure(terms, Terms.RECONSTRUCTION);
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < loss.length; row++) {
      assertEquals(2 * kl[row] - fit[row], loss[row], 1e-12);
    }
  }

  @Test
  void capacityHoldsEachRowsKl() {
    double capacity = Arrays.stream(LinearGaussian.kl()).average().orElseThrow();
    CapacityObjective.Config config =
        new CapacityObjective.Config(Schedule.constant(capacity), Schedule.constant(7), 1);
    Terms terms = new Capacity(config, harness.context().scope("objective")).terms(model);
    double[] kl = measure(terms, Terms.KL);
    double[] fit = measure(terms, Terms.RECONSTRUCTION);
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < loss.length; row++) {
      assertEquals(7 * Math.abs(kl[row] - capacity) - fit[row], loss[row], 1e-12);
    }
  }

  @Test
  void infoVaeWithoutPullIsTheElbo() {
    Terms terms = new InfoVae(new InfoVaeObjective.Config(0, 1, 1)).terms(model);
    double[] elbo = measure(terms, Terms.ELBO);
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < loss.length; row++) {
      assertEquals(-elbo[row], loss[row], 1e-12);
    }
  }

  @Test
  void infoVaeTradesKlForMmd() {
    Terms terms = new InfoVae(new InfoVaeObjective.Config(0.25, 5, 0.8)).terms(model);
    double[] means = harness.values(model.posterior().mean());
    double[] variances = harness.values(model.posterior().variance());
    double[] z = new double[means.length];
    Noise.normal(1, 0, Noise.stream("testkit/noise"), z);
    Arrays.setAll(z, i -> means[i] + Math.sqrt(variances[i]) * z[i]);
    double[] y = new double[means.length];
    Noise.normal(1, 0, Noise.stream("prior/noise"), y);
    double mmd = meanKernel(z, z) + meanKernel(y, y) - 2 * meanKernel(z, y);
    double[] kl = measure(terms, Terms.KL);
    double[] fit = measure(terms, Terms.RECONSTRUCTION);
    double[] loss = harness.values(terms.loss());
    for (int row = 0; row < loss.length; row++) {
      assertEquals(mmd, measure(terms, InfoVae.MMD)[row], 1e-12);
      assertEquals(0.75 * kl[row] + 4.25 * mmd - fit[row], loss[row], 1e-12);
    }
  }

  private static double meanKernel(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double squares =
            Math.pow(a[2 * i] - b[2 * j], 2) + Math.pow(a[2 * i + 1] - b[2 * j + 1], 2);
        sum += Math.exp(-squares / (2 * 0.8 * 0.8 * 2)) / 16;
      }
    }
    return sum;
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    Schedule one = Schedule.constant(1);
    Schedule below = Schedule.constant(-1);
    assertOption("beta", () -> ElboObjective.Config.of(below, 1));
    assertOption(
        "freeBits",
        () ->
            new ElboObjective.Config(
                one, 1, -1, FreeBits.Over.TOTAL, Gradient.PATHWISE, Baseline.NONE));
    assertOption(
        "freeBits",
        () ->
            new ElboObjective.Config(
                one, 1, 1, FreeBits.Over.TOTAL, Gradient.SCORE_FUNCTION, Baseline.NONE));
    assertOption("capacity", () -> new CapacityObjective.Config(below, one, 1));
    assertOption("gamma", () -> new CapacityObjective.Config(one, below, 1));
    assertOption("alpha", () -> new InfoVaeObjective.Config(1.5, 1, 1));
    assertOption("lambda", () -> new InfoVaeObjective.Config(0.5, 0.4, 1));
    assertOption("sigma", () -> new InfoVaeObjective.Config(0, 1, 0));
  }

  private static void assertOption(String option, Runnable maker) {
    assertEquals(option, assertThrows(OptionException.class, maker::run).option());
  }
}
