package org.vaelix.models.internal.objective;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.Rows;
import org.vaelix.models.internal.objective.ElboObjective.Config;

/**
 * The bound with the score function's gradient: ∇E_q f(z) = E_q[(f(z) − b)·∇ln q(z | x) + ∇f(z)]
 * with f = ln p(x | z) − β·KL, z held fixed, and a baseline b that does not depend on the draw
 * (Williams 1992; for variational inference Mnih and Gregor 2014).
 */
record ScoreFunction(Config config, ModelContext context, Tensor beta) {
  /** How much of the running mean a batch leaves. */
  private static final double FADING = 0.9;

  Terms terms(Inference inference) {
    int samples = config.samples();
    Tensor z = inference.posterior().sample(samples).stopGradient();
    Reconstruction decoded = inference.decode(z);
    // Draw by draw, so that a KL that is itself estimated from draws is part of each one's worth.
    List<Tensor> kls =
        IntStream.range(0, samples).mapToObj(k -> inference.kl(z.range(0, k, k + 1))).toList();
    Bound bound = bound(decoded, kls, z);
    Tensor worth = worth(decoded, kls);
    Tensor logQ = inference.posterior().logDensity(z).sum(-1);
    Tensor advantage = worth.subtract(baseline(worth, inference)).stopGradient();
    Tensor surrogate = advantage.multiply(logQ).add(worth).mean(0);
    Tensor value = bound.kl().multiply(beta).subtract(bound.reconstruction());
    return Losses.of(Functions.withGradientOf(value, surrogate.negate()), bound.measures());
  }

  private static Bound bound(Reconstruction decoded, List<Tensor> kls, Tensor z) {
    Tensor mean = kls.stream().reduce(Tensor::add).orElseThrow().divide(kls.size());
    Optional<Tensor> inner = Bound.innerKl(decoded).map(kl -> kl.mean(0));
    return new Bound(decoded.logDensity().mean(0), mean, inner, z.shape().size(2));
  }

  /** f of each draw, (samples, rows). */
  private Tensor worth(Reconstruction decoded, List<Tensor> kls) {
    List<Tensor> rows = kls.stream().map(kl -> kl.sum(1)).map(ScoreFunction::asRow).toList();
    Tensor kl = rows.get(0).graph().concat(0, rows);
    Tensor whole = Bound.innerKl(decoded).map(kl::add).orElse(kl);
    return decoded.logDensity().subtract(whole.multiply(beta));
  }

  private static Tensor asRow(Tensor perRow) {
    return perRow.reshape(1, perRow.shape().size(0));
  }

  private Tensor baseline(Tensor worth, Inference inference) {
    return switch (config.baseline()) {
      case NONE -> worth.graph().constant(0);
      case LEAVE_ONE_OUT -> others(worth);
      case RUNNING_MEAN -> runningMean(worth, inference);
    };
  }

  private Tensor others(Tensor worth) {
    return worth.sumKeeping(0).subtract(worth).divide(config.samples() - 1.0);
  }

  /** The mean before this batch, which therefore does not depend on its draws. */
  private Tensor runningMean(Tensor worth, Inference inference) {
    Tensor before = context.state("baseline", Shape.scalar(), Initialisers.zeros());
    Tensor now = Rows.mean(worth.mean(0), inference.batch().weights()).stopGradient();
    context.graph().update(before, before.multiply(FADING).add(now.multiply(1 - FADING)));
    return before;
  }
}
