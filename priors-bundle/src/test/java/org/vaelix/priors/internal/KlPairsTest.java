package org.vaelix.priors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.PosteriorFactory;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.priors.internal.anisotropic.AnisotropicGaussianPrior;
import org.vaelix.priors.internal.autoregressive.AutoregressivePrior;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior;
import org.vaelix.priors.internal.diagonal.DiagonalGaussianPosterior;
import org.vaelix.priors.internal.flow.NormalizingFlowPrior;
import org.vaelix.priors.internal.full.FullGaussianPosterior;
import org.vaelix.priors.internal.gaussian.IsotropicGaussianPrior;
import org.vaelix.priors.internal.iaf.InverseAutoregressiveFlowPosterior;
import org.vaelix.priors.internal.laplace.LaplacePrior;
import org.vaelix.priors.internal.lowrank.LowRankGaussianPosterior;
import org.vaelix.priors.internal.mixture.MixturePrior;
import org.vaelix.priors.internal.studentt.StudentTPrior;
import org.vaelix.priors.internal.vamp.VampPrior;
import org.vaelix.testkit.PartHarness;

/**
 * Every prior with every posterior: which pairs know their KL in closed form, and that it is what
 * draws say.
 */
class KlPairsTest {
  private static final int ROWS = 2;
  private static final int LATENT = 4;
  private static final int DRAWS = 20_000;
  private static final String[] CLOSED = {
    "isotropic-gaussian",
    "anisotropic-gaussian",
    "laplace",
    "conditional-gaussian",
    "autoregressive"
  };
  private static final Set<String> GAUSSIAN =
      Set.of("diagonal-gaussian", "full-gaussian", "low-rank-gaussian");

  private interface Maker<P> {
    P make(ModelContext context);
  }

  private static <C extends Record> Maker<Prior> prior(PriorFactory<C> factory) {
    return context -> factory.create(factory.defaults(), context);
  }

  private static <C extends Record> Maker<Posterior> posterior(PosteriorFactory<C> factory) {
    return context -> factory.create(factory.defaults(), context);
  }

  private static Map<String, Maker<Prior>> priors() {
    Map<String, Maker<Prior>> priors = new LinkedHashMap<>();
    priors.put("isotropic-gaussian", prior(new IsotropicGaussianPrior()));
    priors.put("anisotropic-gaussian", prior(new AnisotropicGaussianPrior()));
    priors.put("laplace", prior(new LaplacePrior()));
    priors.put("student-t", prior(new StudentTPrior()));
    priors.put("mixture-of-gaussians", prior(new MixturePrior()));
    priors.put("vamp", prior(new VampPrior()));
    priors.put("conditional-gaussian", prior(new ConditionalGaussianPrior()));
    priors.put("normalizing-flow", prior(new NormalizingFlowPrior()));
    AutoregressivePrior.Config twoSteps =
        new AutoregressivePrior.Config(Optional.of(2), 0.7, false, 1.2);
    priors.put("autoregressive", c -> new AutoregressivePrior().create(twoSteps, c));
    return priors;
  }

  private static Map<String, Maker<Posterior>> posteriors() {
    Map<String, Maker<Posterior>> posteriors = new LinkedHashMap<>();
    posteriors.put("diagonal-gaussian", posterior(new DiagonalGaussianPosterior()));
    posteriors.put("full-gaussian", posterior(new FullGaussianPosterior()));
    posteriors.put("low-rank-gaussian", posterior(new LowRankGaussianPosterior()));
    posteriors.put(
        "inverse-autoregressive-flow", posterior(new InverseAutoregressiveFlowPosterior()));
    return posteriors;
  }

  static Stream<Arguments> pairs() {
    return priors().keySet().stream()
        .flatMap(prior -> posteriors().keySet().stream().map(q -> Arguments.of(prior, q)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pairs")
  void aClosedFormIsThereWhereItShouldAndAgreesWithDraws(String priorType, String posteriorType) {
    Condition level = PartHarness.condition("condition", Condition.Kind.CATEGORY, 2, ROWS);
    PartHarness harness = PartHarness.of(Shape.of(3), List.of(level), LATENT);
    harness.disturbParameters(0.3);
    Prior prior = priors().get(priorType).make(harness.context().scope("prior"));
    LatentDistribution q = given(harness, posteriors().get(posteriorType));
    Conditions conditions = harness.conditions(ROWS, PartHarness::plausible);
    Optional<Tensor> closed = prior.klFrom(q, conditions);
    boolean expected = List.of(CLOSED).contains(priorType) && GAUSSIAN.contains(posteriorType);
    assertEquals(expected, closed.isPresent());
    if (expected) {
      Tensor z = q.sample(DRAWS);
      Tensor logP = prior.logDensity(z, conditions).sum(-1);
      double[] ratios = harness.values(q.logDensity(z).sum(-1).subtract(logP));
      double[] kl = harness.values(closed.get().sum(-1));
      for (int row = 0; row < ROWS; row++) {
        assertAgrees(kl[row], ratios, row);
      }
    }
  }

  private static LatentDistribution given(PartHarness harness, Maker<Posterior> maker) {
    Posterior family = maker.make(harness.context().scope("posterior"));
    Map<String, Tensor> heads = new LinkedHashMap<>();
    for (Head head : family.heads()) {
      Shape shape = head.shape().prepend(ROWS);
      double[] values = harness.random(head.name()).doubles(shape.elements(), -1, 1).toArray();
      heads.put(head.name(), harness.given(head.name(), shape, values));
    }
    return family.given(heads);
  }

  /** Within five standard errors of the draws. */
  private static void assertAgrees(double kl, double[] ratios, int row) {
    double[] own = new double[DRAWS];
    Arrays.setAll(own, i -> ratios[i * ROWS + row]);
    double mean = Arrays.stream(own).average().orElseThrow();
    double variance = Arrays.stream(own).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
    double error = Math.sqrt(variance / DRAWS);
    assertTrue(kl > 0, () -> "KL is " + kl);
    assertEquals(mean, kl, 5 * error, () -> "standard error of the draws " + error);
  }
}
