package org.vaelix.models.internal.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Recognition;
import org.vaelix.core.model.Terms;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.ToyParts;
import org.vaelix.models.internal.ToyRows;
import org.vaelix.models.internal.objective.ElboObjective;
import org.vaelix.testkit.GradientCheck;
import org.vaelix.testkit.PartHarness;

class VaeTest {
  private static final int LATENT = 2;

  private static PartSpec<Objective> elbo(double beta, int samples) {
    ElboObjective.Config config = ElboObjective.Config.of(Schedule.constant(beta), samples);
    return ToyParts.spec("elbo", context -> new ElboObjective().create(config, context));
  }

  private static Model vae(
      PartHarness harness,
      PartSpec<Prior> prior,
      PartSpec<Objective> objective,
      KlEstimate kl,
      Optional<PartSpec<Architecture>> decoder) {
    VaeModel.Config config =
        new VaeModel.Config(
            LATENT,
            ToyParts.Linear.spec(true),
            Optional.empty(),
            decoder,
            ToyParts.UnitNormal.spec(),
            prior,
            ToyParts.NormalFamily.spec(),
            objective,
            kl);
    return new VaeModel().create(config, harness.context());
  }

  private static Model vae(PartHarness harness, PartSpec<Objective> objective) {
    PartSpec<Prior> prior = ToyParts.StandardPrior.spec(true, true);
    Optional<PartSpec<Architecture>> decoder = Optional.of(ToyParts.Linear.spec(false));
    return vae(harness, prior, objective, KlEstimate.AUTO, decoder);
  }

  /** The whole computation once more in plain Java, for weights set by hand. */
  @Test
  void theElboIsReconstructionLessKl() {
    PartHarness harness = ToyRows.harness(true);
    Terms terms = vae(harness, elbo(3, 1)).terms(ToyRows.batch(harness));
    setWeights(harness);
    double[] noise = new double[ToyRows.ROWS * LATENT];
    Noise.normal(1, 0, Noise.stream("posterior/noise"), noise);
    double[] elbo = harness.values(terms.measures().get(Terms.ELBO));
    double[] loss = harness.values(terms.loss());
    double[] perDimension = harness.values(terms.measures().get(Terms.KL_PER_DIMENSION));
    for (int row = 0; row < ToyRows.ROWS; row++) {
      double x0 = ToyRows.VALUES[3 * row];
      double x2 = ToyRows.VALUES[3 * row + 2];
      double[] mean = {x0, 0.5};
      double[] logVariance = {-1, x2};
      double kl = 0;
      double[] z = new double[LATENT];
      for (int d = 0; d < LATENT; d++) {
        double variance = Math.exp(logVariance[d]);
        double term = 0.5 * (mean[d] * mean[d] + variance - logVariance[d] - 1);
        assertEquals(term, perDimension[row * LATENT + d], 1e-12);
        kl += term;
        z[d] = mean[d] + Math.sqrt(variance) * noise[row * LATENT + d];
      }
      double[] decoded = {z[0], z[1], 0.1};
      double fit = -1.5 * Math.log(2 * Math.PI);
      for (int j = 0; j < 3; j++) {
        fit -= 0.5 * Math.pow(ToyRows.VALUES[3 * row + j] - decoded[j], 2);
      }
      assertEquals(fit - kl, elbo[row], 1e-12);
      assertEquals(3 * kl - fit, loss[row], 1e-12);
    }
  }

  /** μ = (x0, ½), ln σ² = (−1, x2), decoded = (z0, z1, 0.1). */
  private static void setWeights(PartHarness harness) {
    harness.set("encoder/mean/weight", 1, 0, 0, 0, 0, 0);
    harness.set("encoder/mean/bias", 0, 0.5);
    harness.set("encoder/logVariance/weight", 0, 0, 0, 0, 0, 1);
    harness.set("encoder/logVariance/bias", -1, 0);
    harness.set("decoder/mean/weight", 1, 0, 0, 0, 1, 0);
    harness.set("decoder/mean/bias", 0, 0, 0.1);
  }

  @Test
  void variablesAreScopedByNetwork() {
    PartHarness harness = ToyRows.harness(true);
    vae(harness, elbo(1, 1)).terms(ToyRows.batch(harness));
    Set<String> names =
        harness.graph().variables().stream().map(Variable::name).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "encoder/mean/weight",
            "encoder/mean/bias",
            "encoder/logVariance/weight",
            "encoder/logVariance/bias",
            "decoder/mean/weight",
            "decoder/mean/bias"),
        names);
  }

  @Test
  void betaIsScheduledInTrainingAndFinalElsewhere() {
    PartHarness training = ToyRows.harness(true);
    vae(training, elbo(1, 1)).terms(ToyRows.batch(training));
    assertEquals(Set.of("schedule/objective/beta"), training.context().schedules().keySet());
    PartHarness evaluation = ToyRows.harness(false);
    vae(evaluation, elbo(1, 1)).terms(ToyRows.batch(evaluation));
    assertTrue(evaluation.context().schedules().isEmpty());
  }

  @Test
  void gradientsAgreeWithDifferences() {
    for (KlEstimate kl : List.of(KlEstimate.CLOSED_FORM, KlEstimate.MONTE_CARLO)) {
      PartHarness harness = ToyRows.harness(true);
      PartSpec<Prior> prior = ToyParts.StandardPrior.spec(true, true);
      Model vae = vae(harness, prior, elbo(0.7, 3), kl, Optional.empty());
      Tensor loss = vae.terms(ToyRows.batch(harness)).loss().sum();
      GradientCheck.verify(harness, loss, GradientCheck.parameters(harness.graph()));
    }
  }

  @Test
  void drawsEstimateTheClosedForm() {
    double[] closed = kl(KlEstimate.CLOSED_FORM, ToyParts.StandardPrior.spec(true, true), 1);
    for (boolean factorised : new boolean[] {true, false}) {
      PartSpec<Prior> prior = ToyParts.StandardPrior.spec(true, factorised);
      double[] drawn = kl(KlEstimate.MONTE_CARLO, prior, 40_000);
      // ln q − ln p has a standard deviation below 2 here: 0.05 are five standard errors.
      assertArrayEquals(closed, drawn, 0.05);
    }
  }

  private static double[] kl(KlEstimate estimate, PartSpec<Prior> prior, int samples) {
    PartHarness harness = ToyRows.harness(true);
    Model vae = vae(harness, prior, elbo(1, samples), estimate, Optional.empty());
    return harness.values(vae.terms(ToyRows.batch(harness)).measures().get(Terms.KL));
  }

  @Test
  void withoutAClosedFormAutoDrawsAndClosedFormComplains() {
    PartSpec<Prior> prior = ToyParts.StandardPrior.spec(false, false);
    double[] drawn = kl(KlEstimate.MONTE_CARLO, prior, 5);
    assertArrayEquals(drawn, kl(KlEstimate.AUTO, prior, 5), 0);
    ModelException e =
        assertThrows(ModelException.class, () -> kl(KlEstimate.CLOSED_FORM, prior, 5));
    assertEquals(
        "prior '"
            + prior.type()
            + "' knows no closed-form KL from posterior '"
            + ToyParts.NormalFamily.spec().type()
            + "'; set the model's 'kl' to auto or monte-carlo",
        e.getMessage());
  }

  @Test
  void aKlThatDoesNotFactoriseIsNotReportedByDimension() {
    PartHarness harness = ToyRows.harness(true);
    PartSpec<Prior> prior = ToyParts.StandardPrior.spec(false, false);
    Model vae = vae(harness, prior, elbo(1, 1), KlEstimate.AUTO, Optional.empty());
    Terms terms = vae.terms(ToyRows.batch(harness));
    assertFalse(terms.measures().containsKey(Terms.KL_PER_DIMENSION));
    assertEquals(Shape.of(ToyRows.ROWS), terms.measures().get(Terms.KL).shape());
  }

  /** The prior asks for q(z | x) of rows that are no data, and shares the encoder's weights. */
  @Test
  void aPriorIsLentTheEncoder() {
    PartHarness harness = ToyRows.harness(true);
    Tensor[] lent = new Tensor[1];
    PartSpec<Prior> prior = ToyParts.spec("borrower", context -> new Borrower(context, lent));
    vae(harness, prior, elbo(1, 1), KlEstimate.AUTO, Optional.of(ToyParts.Linear.spec(false)))
        .terms(ToyRows.batch(harness));
    setWeights(harness);
    // μ = (x0, ½) of the row (3, 1, 2), whatever the data.
    assertArrayEquals(new double[] {3, 0.5}, harness.values(lent[0]), 1e-12);
    assertTrue(harness.graph().variables().stream().allMatch(v -> !v.name().startsWith("prior/")));
  }

  private record Borrower(ModelContext context, Tensor[] lent) implements Prior {
    @Override
    public Prior with(Recognition recognition) {
      Tensor row = context.graph().constant(Shape.of(1, 3), 3, 1, 2);
      lent[0] = recognition.of(row, Conditions.none(1)).mean();
      return this;
    }

    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      return z.square().multiply(-0.5);
    }

    @Override
    public Tensor sample(Conditions conditions) {
      return context.normal("noise", Shape.of(conditions.rows(), context.latentSize()));
    }
  }

  @Test
  void severalDrawsAverageTheirReconstructions() {
    PartHarness harness = ToyRows.harness(true);
    Terms terms = vae(harness, elbo(1, 4)).terms(ToyRows.batch(harness));
    setWeights(harness);
    double[] noise = new double[4 * ToyRows.ROWS * LATENT];
    Noise.normal(1, 0, Noise.stream("posterior/noise"), noise);
    double expected = 0;
    for (int draw = 0; draw < 4; draw++) {
      double[] x = ToyRows.VALUES;
      double z0 = x[0] + Math.exp(-0.5) * noise[draw * ToyRows.ROWS * LATENT];
      double z1 = 0.5 + Math.exp(x[2] / 2) * noise[draw * ToyRows.ROWS * LATENT + 1];
      double squares = Math.pow(x[0] - z0, 2) + Math.pow(x[1] - z1, 2) + Math.pow(x[2] - 0.1, 2);
      expected += (-0.5 * squares - 1.5 * Math.log(2 * Math.PI)) / 4;
    }
    double[] found = harness.values(terms.measures().get(Terms.RECONSTRUCTION));
    assertEquals(expected, found[0], 1e-12);
  }

  @Test
  void skipsReachTheDecoderOfTheSameArchitectureOnly() {
    PartHarness own = ToyRows.harness(false);
    PartSpec<Prior> prior = ToyParts.StandardPrior.spec(true, true);
    Model one = vae(own, prior, elbo(1, 1), KlEstimate.AUTO, Optional.empty());
    Tensor skipped = one.reconstruct(ToyRows.batch(own)).mean();
    setWeights(own);
    PartHarness foreign = ToyRows.harness(false);
    Model two =
        vae(foreign, prior, elbo(1, 1), KlEstimate.AUTO, Optional.of(ToyParts.Linear.spec(true)));
    Tensor plain = two.reconstruct(ToyRows.batch(foreign)).mean();
    setWeights(foreign);
    double[] x = ToyRows.VALUES;
    double[] decoded = {x[0], 0.5, 0.1, x[3], 0.5, 0.1};
    assertArrayEquals(decoded, foreign.values(plain), 1e-12);
    double[] withSkips = new double[decoded.length];
    for (int i = 0; i < withSkips.length; i++) {
      withSkips[i] = decoded[i] + x[i];
    }
    assertArrayEquals(withSkips, own.values(skipped), 1e-12);
  }

  @Test
  void theCodeIsMeanAndVarianceOfThePosterior() {
    PartHarness harness = ToyRows.harness(false);
    var code = vae(harness, elbo(1, 1)).encode(ToyRows.batch(harness));
    setWeights(harness);
    double[] x = ToyRows.VALUES;
    assertArrayEquals(
        new double[] {x[0], 0.5, x[3], 0.5}, harness.values(code.get(Model.MEAN)), 1e-12);
    assertArrayEquals(
        new double[] {Math.exp(-1), Math.exp(x[2]), Math.exp(-1), Math.exp(x[5])},
        harness.values(code.get(Model.VARIANCE)),
        1e-12);
  }

  @Test
  void generatedRowsAreDecodedDrawsOfThePrior() {
    PartHarness harness = ToyRows.harness(false);
    Tensor mean = vae(harness, elbo(1, 1)).generate(Conditions.none(5)).mean();
    setWeights(harness);
    double[] noise = new double[5 * LATENT];
    Noise.normal(1, 0, Noise.stream("prior/noise"), noise);
    double[] found = harness.values(mean);
    for (int row = 0; row < 5; row++) {
      assertEquals(noise[2 * row], found[3 * row], 1e-12);
      assertEquals(noise[2 * row + 1], found[3 * row + 1], 1e-12);
      assertEquals(0.1, found[3 * row + 2], 1e-12);
    }
  }

  @Test
  void whatWasNotObservedCountsForNothing() {
    PartHarness harness = ToyRows.harness(true);
    Batch batch = ToyRows.masked(harness, 1, 1, 0, 1, 0, 1);
    Terms terms = vae(harness, elbo(1, 1)).terms(batch);
    for (double number : harness.values(terms.loss())) {
      assertTrue(Double.isFinite(number));
    }
    Tensor loss = terms.loss().sum();
    GradientCheck.verify(harness, loss, GradientCheck.parameters(harness.graph()));
  }

  @Test
  void anArchitectureThatForgetsAHeadIsNamed() {
    for (boolean forgets : new boolean[] {true, false}) {
      PartHarness harness = ToyRows.harness(true);
      PartSpec<Architecture> faulty = ToyParts.spec("faulty", c -> new ToyParts.Faulty(forgets));
      VaeModel.Config config =
          new VaeModel.Config(
              LATENT,
              ToyParts.Linear.spec(false),
              Optional.of(faulty),
              Optional.empty(),
              ToyParts.UnitNormal.spec(),
              ToyParts.StandardPrior.spec(true, true),
              ToyParts.NormalFamily.spec(),
              elbo(1, 1),
              KlEstimate.AUTO);
      Model vae = new VaeModel().create(config, harness.context());
      Batch batch = ToyRows.batch(harness);
      ModelException e = assertThrows(ModelException.class, () -> vae.terms(batch));
      String found = forgets ? "nothing" : "shape (2, 3)";
      assertEquals(
          "the encoder must give head 'mean' as (2, 2), it gave "
              + found
              + "; its architecture is at fault",
          e.getMessage());
    }
  }
}
