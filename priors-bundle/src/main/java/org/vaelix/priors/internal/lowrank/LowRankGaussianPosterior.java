package org.vaelix.priors.internal.lowrank;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.PosteriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the posterior family {@code low-rank-gaussian}. */
@Component
@PartType("low-rank-gaussian")
@Doc(
    value = "Normal latent variables that correlate along a few directions given the row.",
    formula =
        "q(z | x) = N(μ(x), S·(I + W·Wᵀ)·S) with S = diag σ; z = μ + σ·(ε + W·η) with ε, η ~ N(0, I)",
    source = "Rezende, Mohamed and Wierstra 2014 (one direction); Ong, Nott and Smith 2018")
public final class LowRankGaussianPosterior
    implements PosteriorFactory<LowRankGaussianPosterior.Config> {
  /** Its options. */
  public record Config(@Doc("number of directions, columns of W, at least 1") int rank) {
    /** Checks the options. */
    public Config {
      Check.atLeast("rank", rank, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(2);
  }

  @Override
  public Posterior create(Config config, ModelContext context) {
    return new LowRankGaussianFamily(config.rank(), context);
  }
}
