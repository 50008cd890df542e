package org.vaelix.likelihoods.internal.gamma;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.gamma.ShapeParameter.Varying;

/** Makes the likelihood {@code gamma}. */
@Component
@PartType("gamma")
@Doc(
    value = "Numbers above 0 whose spread grows with their mean, such as waiting times.",
    formula = "ln p(x | z) = k ln k/m(z) − ln Γ(k) + (k − 1) ln x − kx/m(z)",
    source = "McCullagh and Nelder 1989, section 8.2")
public final class GammaLikelihood implements LikelihoodFactory<GammaLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc(ShapeParameter.SHAPE) Optional<Double> shape,
      @Doc(ShapeParameter.VARYING) Varying varying) {
    /** Checks the options. */
    public Config {
      shape.ifPresent(k -> Check.positive("shape", k));
    }
  }

  @Override
  public Config defaults() {
    return new Config(Optional.empty(), Varying.PER_FEATURE);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    ShapeParameter shape = new ShapeParameter(config.shape(), config.varying(), context);
    return new GammaValues(shape, context.moments(), context);
  }
}
