package org.vaelix.likelihoods.internal.binomial;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code binomial}. */
@Component
@PartType("binomial")
@Doc(
    value = "How many of a known number of trials succeed, such as methylated among all reads.",
    formula = "ln p(x | z) = ln C(n, x) + x·l(z) − n·softplus(l(z)), p = σ(l(z))",
    source = "Johnson, Kemp and Kotz 2005, chapter 3; Loader 2000 for the form that is computed")
public final class BinomialLikelihood implements LikelihoodFactory<BinomialLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of trials n ≥ 1 of every value") int trials,
      @Doc(
              "instead of 'trials': the name of an exposure among the conditions, whole numbers, that"
                  + " says how many trials each row had; absent: 'trials' holds")
          Optional<String> trialsOf) {
    /** Checks the options. */
    public Config {
      Check.atLeast("trials", trials, 1);
      Check.that(
          trials == 1 || trialsOf.isEmpty(),
          "trials",
          "must be left out where 'trialsOf' names a condition");
    }
  }

  @Override
  public Config defaults() {
    return new Config(1, Optional.empty());
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    config
        .trialsOf()
        .ifPresent(
            name ->
                context.condition("trialsOf", name).require("trialsOf", Condition.Kind.EXPOSURE));
    return new Binomial(config, context);
  }
}
