package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.gamma.GammaValues;
import org.vaelix.likelihoods.internal.gamma.ShapeParameter;
import org.vaelix.likelihoods.internal.gamma.ShapeParameter.Varying;

/** Makes the likelihood {@code zero-inflated-gamma}. */
@Component
@PartType("zero-inflated-gamma")
@Doc(
    value = "Numbers above 0 of which a share is exactly 0, such as event rates of calcium traces.",
    formula = "p(x | z) = π(z) for x = 0, else (1 − π(z))·Gamma(x; m(z), k)",
    source =
        "Wei et al. 2020 (zero-inflated gamma of calcium traces), with the gamma's location at 0")
public final class ZeroInflatedGammaLikelihood
    implements LikelihoodFactory<ZeroInflatedGammaLikelihood.Config> {
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
    return ZeroInflatedGamma.of(moments -> new GammaValues(shape, moments, context), context);
  }
}
