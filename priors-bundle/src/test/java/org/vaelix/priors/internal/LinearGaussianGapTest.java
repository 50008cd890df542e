package org.vaelix.priors.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.diagonal.DiagonalGaussianPosterior;
import org.vaelix.priors.internal.full.FullGaussianPosterior;
import org.vaelix.priors.internal.gaussian.IsotropicGaussianPrior;
import org.vaelix.priors.internal.lowrank.LowRankGaussianPosterior;
import org.vaelix.testkit.Evaluation;
import org.vaelix.testkit.PartHarness;

/**
 * x = W·z + 0.7·noise with z ~ N(0, I) and one observed x. The true posterior is N(m, Λ⁻¹), Λ = I +
 * WᵀW/0.7², and its two dimensions correlate by −0.84. The best diagonal Gaussian has the variances
 * 1/Λ_jj and misses ln p(x) by KL(q* ‖ p(z | x)) = ½ (Σ ln Λ_jj − ln det Λ); full covariances miss
 * nothing. Each family is fitted to the ELBO by gradient ascent on what an encoder would give it.
 *
 * <p>Expected numbers: numpy and scipy 1.17.1, Λ and m from np.linalg, ln p(x) from
 * stats.multivariate_normal.logpdf(x, 0, W @ W.T + 0.49 * eye(3)).
 */
class LinearGaussianGapTest {
  private static final double[] W = {1.0, 0.9, 0.8, 1.1, 1.2, 1.0};
  private static final double[] X = {0.9, -0.4, 1.5};
  private static final double NOISE = 0.7;
  private static final double LOG_EVIDENCE = -4.700628641895358;
  private static final double DIAGONAL_GAP = 0.61668613863583;
  private static final double[] MEAN = {0.7619099800016442, -0.11410021094156662};
  private static final double[] VARIANCE = {0.4711667534175275, 0.4792208859545792};
  private static final double COVARIANCE = -0.4000219160069037;
  private static final int STEPS = 6000;
  private static final double RATE = 0.05;

  /** A family in a fresh trace, with the decoder and the prior it is fitted to. */
  private record Trace(PartHarness harness, LatentDistribution q, Prior prior) {
    Tensor constant(Shape shape, double... values) {
      return harness.graph().constant(shape, values);
    }

    /** E_q ln p(x | z) − KL(q ‖ p), both in closed form. */
    Tensor elbo() {
      GaussianMoments moments = q.gaussian().orElseThrow();
      Tensor w = constant(Shape.of(3, 2), W);
      Tensor missed = constant(Shape.of(1, 3), X).subtract(q.mean().matmul(w, false, true));
      // The trace of W Σ Wᵀ.
      Tensor wide =
          moments
              .factor()
              .map(factor -> w.matmul(factor).square().sum())
              .orElseGet(() -> w.square().matmul(moments.variance(), false, true).sum());
      Tensor squares = missed.square().sum().add(wide);
      Tensor kl = prior.klFrom(q, Conditions.none(1)).orElseThrow().sum();
      return logLikelihood(squares).subtract(kl);
    }

    private static Tensor logLikelihood(Tensor squares) {
      double constant = -1.5 * Math.log(2 * Math.PI * NOISE * NOISE);
      return squares.multiply(-0.5 / (NOISE * NOISE)).add(constant);
    }

    /** ln p(x | z) + ln p(z) − ln q(z | x) of draws, (draws,). */
    Tensor logWeights(int draws) {
      Tensor z = q.sample(draws);
      Tensor missed =
          constant(Shape.of(3), X).subtract(z.matmul(constant(Shape.of(3, 2), W), false, true));
      Tensor logJoint =
          logLikelihood(missed.square().sum(-1))
              .add(prior.logDensity(z, Conditions.none(1)).sum(-1));
      return logJoint.subtract(q.logDensity(z).sum(-1));
    }
  }

  private static Trace trace(Function<ModelContext, Posterior> maker, Map<String, double[]> heads) {
    PartHarness harness = PartHarness.of(Shape.of(3), 2);
    Posterior family = maker.apply(harness.context().scope("posterior"));
    Map<String, Tensor> given = new LinkedHashMap<>();
    for (Head head : family.heads()) {
      double[] bias = head.bias().values(head.shape(), harness.random(head.name()));
      double[] values = heads.getOrDefault(head.name(), bias);
      given.put(head.name(), harness.given(head.name(), head.shape().prepend(1), values));
    }
    IsotropicGaussianPrior standard = new IsotropicGaussianPrior();
    Prior prior = standard.create(standard.defaults(), harness.context().scope("prior"));
    return new Trace(harness, family.given(given), prior);
  }

  private static Trace fitted(Function<ModelContext, Posterior> maker) {
    Trace start = trace(maker, Map.of());
    List<String> names = List.copyOf(start.harness.graph().inputs().keySet());
    Tensor elbo = start.elbo();
    List<Tensor> computed =
        new ArrayList<>(
            Gradients.of(elbo, names.stream().map(start.harness.graph().inputs()::get).toList()));
    Map<String, double[]> heads = new LinkedHashMap<>();
    try (Evaluation evaluation = start.harness.compile(computed)) {
      for (int step = 0; step < STEPS; step++) {
        List<double[]> gradients = evaluation.run();
        for (int n = 0; n < names.size(); n++) {
          double[] at = evaluation.get(names.get(n));
          for (int i = 0; i < at.length; i++) {
            evaluation.set(names.get(n), i, at[i] + RATE * gradients.get(n)[i]);
          }
        }
      }
      names.forEach(name -> heads.put(name, evaluation.get(name)));
    }
    return trace(maker, heads);
  }

  private static double elbo(Trace trace) {
    return trace.harness.values(trace.elbo())[0];
  }

  @Test
  void aDiagonalPosteriorMissesTheEvidenceByTheAnalyticGap() {
    Trace fit =
        fitted(
            c -> new DiagonalGaussianPosterior().create(new DiagonalGaussianPosterior.Config(), c));
    assertEquals(DIAGONAL_GAP, LOG_EVIDENCE - elbo(fit), 1e-6);
    assertArrayEquals(MEAN, fit.harness.values(fit.q.mean()), 1e-6);
    double[] logWeights = fit.harness.values(fit.logWeights(20_000));
    double drawn = Arrays.stream(logWeights).average().orElseThrow();
    // Their standard deviation is about 1.2: five standard errors.
    assertEquals(LOG_EVIDENCE - DIAGONAL_GAP, drawn, 0.05);
  }

  @Test
  void aFullPosteriorClosesTheGap() {
    Trace fit =
        fitted(c -> new FullGaussianPosterior().create(new FullGaussianPosterior.Config(), c));
    assertIsTruePosterior(fit);
  }

  /** In two dimensions a diagonal and one direction make any covariance. */
  @Test
  void soDoesOneOfLowRankInTwoDimensions() {
    Trace fit =
        fitted(
            c -> new LowRankGaussianPosterior().create(new LowRankGaussianPosterior.Config(1), c));
    assertIsTruePosterior(fit);
  }

  private static void assertIsTruePosterior(Trace fit) {
    assertEquals(LOG_EVIDENCE, elbo(fit), 1e-6);
    assertArrayEquals(MEAN, fit.harness.values(fit.q.mean()), 1e-5);
    assertArrayEquals(VARIANCE, fit.harness.values(fit.q.variance()), 1e-4);
    Tensor covariance = fit.q.gaussian().orElseThrow().covariance(1).orElseThrow();
    assertEquals(COVARIANCE, fit.harness.values(covariance)[0], 1e-4);
    // p(x, z) = p(x)·q(z | x) for every z, not on average only.
    for (double logWeight : fit.harness.values(fit.logWeights(100))) {
      assertEquals(LOG_EVIDENCE, logWeight, 1e-3);
    }
  }
}
