package org.vaelix.priors.internal.full;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.PosteriorFactory;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the posterior family {@code full-gaussian}. */
@Component
@PartType("full-gaussian")
@Doc(
    value = "Normal latent variables with any correlations given the row.",
    formula =
        "q(z | x) = N(μ(x), L·Lᵀ), z = μ + L·ε with ε ~ N(0, I), L = diag(σ)·(I + N),"
            + " N below the diagonal",
    source = "Kingma and Welling 2019, section 2.5.1")
public final class FullGaussianPosterior implements PosteriorFactory<FullGaussianPosterior.Config> {
  /** It has no options. */
  public record Config() {}

  @Override
  public Config defaults() {
    return new Config();
  }

  @Override
  public Posterior create(Config config, ModelContext context) {
    return new FullGaussianFamily(context);
  }
}
