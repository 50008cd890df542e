package org.vaelix.priors.internal.diagonal;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.PosteriorFactory;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the posterior family {@code diagonal-gaussian}. */
@Component
@PartType("diagonal-gaussian")
@Doc(
    value = "Normal latent variables, independent of one another given the row.",
    formula = "q(z | x) = N(μ(x), diag σ²(x)), z = μ + σ·ε with ε ~ N(0, I)",
    source = "Kingma and Welling 2014, equation 9")
public final class DiagonalGaussianPosterior
    implements PosteriorFactory<DiagonalGaussianPosterior.Config> {
  /** It has no options. */
  public record Config() {}

  @Override
  public Config defaults() {
    return new Config();
  }

  @Override
  public Posterior create(Config config, ModelContext context) {
    return new DiagonalGaussianFamily(context);
  }
}
