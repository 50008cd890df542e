package org.vaelix.likelihoods.internal.continuousbernoulli;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code continuous-bernoulli}. */
@Component
@PartType("continuous-bernoulli")
@Doc(
    value = "Numbers from 0 to 1, such as grey values: a density, where bernoulli has none.",
    formula = "ln p(x | z) = x·l(z) + ln l(z)/(e^l(z) − 1), l = ln λ/(1 − λ)",
    source = "Loaiza-Ganem and Cunningham 2019")
public final class ContinuousBernoulliLikelihood
    implements LikelihoodFactory<ContinuousBernoulliLikelihood.Config> {
  /** It has no options. */
  public record Config() {}

  @Override
  public Config defaults() {
    return new Config();
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return new ContinuousBernoulli(context);
  }
}
