package org.vaelix.likelihoods.internal.bernoulli;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code bernoulli}. */
@Component
@PartType("bernoulli")
@Doc(
    value = "Values 0 and 1, such as the pixels of a black-and-white image.",
    formula = "ln p(x | z) = x·l(z) − softplus(l(z)), p(1 | z) = σ(l(z))",
    source = "Kingma and Welling 2014, appendix C.1")
public final class BernoulliLikelihood implements LikelihoodFactory<BernoulliLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "admits all numbers from 0 to 1 and reads them as expected values of 0 and 1; what is"
                  + " reported then is the negative cross-entropy, not a density of such numbers")
          boolean fractional) {}

  @Override
  public Config defaults() {
    return new Config(false);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return new Bernoulli(config, context);
  }
}
