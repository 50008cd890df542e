package org.vaelix.models.internal.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.ToyParts;
import org.vaelix.models.internal.ToyRows;
import org.vaelix.models.internal.objective.ElboObjective;
import org.vaelix.testkit.PartHarness;

/** The importance weights of a VAE, from which ln p(x) is estimated. */
class LogWeightsTest {
  private static final int LATENT = 2;
  private static final int DRAWS = 3;

  private static Model vae(
      PartHarness harness,
      PartSpec<Architecture> both,
      Optional<PartSpec<Architecture>> decoder,
      boolean isFactorised) {
    ElboObjective.Config objective = ElboObjective.Config.of(Schedule.constant(1), 1);
    VaeModel.Config config =
        new VaeModel.Config(
            LATENT,
            both,
            Optional.empty(),
            decoder,
            ToyParts.UnitNormal.spec(),
            ToyParts.StandardPrior.spec(true, isFactorised),
            ToyParts.NormalFamily.spec(),
            ToyParts.spec("elbo", context -> new ElboObjective().create(objective, context)),
            KlEstimate.AUTO);
    return new VaeModel().create(config, harness.context());
  }

  /** The whole computation once more in plain Java, for weights set by hand. */
  @Test
  void theyAreDensitiesOfDraws() {
    for (boolean isFactorised : List.of(true, false)) {
      PartHarness harness = ToyRows.harness(false);
      Model model =
          vae(
              harness,
              ToyParts.Linear.spec(true),
              Optional.of(ToyParts.Linear.spec(false)),
              isFactorised);
      Tensor weights = model.logWeights(ToyRows.batch(harness), DRAWS);
      assertEquals(Shape.of(DRAWS, ToyRows.ROWS), weights.shape());
      // μ = (x0, ½), ln σ² = (−1, x2), decoded = (z0, z1, 0.1)
      harness.set("encoder/mean/weight", 1, 0, 0, 0, 0, 0);
      harness.set("encoder/mean/bias", 0, 0.5);
      harness.set("encoder/logVariance/weight", 0, 0, 0, 0, 0, 1);
      harness.set("encoder/logVariance/bias", -1, 0);
      harness.set("decoder/mean/weight", 1, 0, 0, 0, 1, 0);
      harness.set("decoder/mean/bias", 0, 0, 0.1);
      double[] found = harness.values(weights);
      double[] noise = new double[DRAWS * ToyRows.ROWS * LATENT];
      Noise.normal(1, 0, Noise.stream("posterior/noise"), noise);
      for (int i = 0; i < DRAWS * ToyRows.ROWS; i++) {
        int row = i % ToyRows.ROWS;
        assertEquals(expected(row, noise[2 * i], noise[2 * i + 1]), found[i], 1e-12);
      }
    }
  }

  private static double expected(int row, double noise0, double noise1) {
    double x0 = ToyRows.VALUES[3 * row];
    double x1 = ToyRows.VALUES[3 * row + 1];
    double x2 = ToyRows.VALUES[3 * row + 2];
    double z0 = x0 + Math.exp(-0.5) * noise0;
    double z1 = 0.5 + Math.exp(0.5 * x2) * noise1;
    double logX = normal(x0 - z0) + normal(x1 - z1) + normal(x2 - 0.1);
    double logQ = normal(noise0) + 0.5 + normal(noise1) - 0.5 * x2;
    return logX + normal(z0) + normal(z1) - logQ;
  }

  private static double normal(double offset) {
    return -0.5 * (offset * offset + Math.log(2 * Math.PI));
  }

  /** A decoder with latent variables of its own. */
  private record Inner(Architecture outer) implements Architecture {
    @Override
    public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
      return outer.encode(values, conditions, heads);
    }

    @Override
    public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
      Map<String, Tensor> results = outer.decode(z, conditions, List.of(), heads).heads();
      return new Decoding(results, Optional.of(z.square()));
    }
  }

  @Test
  void whatIsNoDensityIsRefused() {
    PartSpec<Architecture> inner =
        ToyParts.spec("inner", context -> new Inner(ToyParts.Linear.spec(false).create(context)));
    assertRefused(Optional.of(inner), ToyParts.Linear.spec(true), "latent variables of its own");
    assertRefused(Optional.empty(), ToyParts.Linear.spec(true), "skips");
  }

  private static void assertRefused(
      Optional<PartSpec<Architecture>> decoder, PartSpec<Architecture> both, String why) {
    PartHarness harness = ToyRows.harness(false);
    Model model = vae(harness, both, decoder, true);
    ModelException e =
        assertThrows(ModelException.class, () -> model.logWeights(ToyRows.batch(harness), DRAWS));
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertTrue(e.getMessage().contains("use an architecture without"), e.getMessage());
  }
}
