package org.vaelix.priors.internal;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.part.PartFactory;
import org.vaelix.priors.internal.laplace.LaplacePrior;
import org.vaelix.priors.internal.mixture.MixturePrior;
import org.vaelix.testkit.OptionsContract;

/** What factories say of their options. */
class OptionsTest {
  @Nested
  class OfLaplace extends OptionsContract {
    @Override
    protected PartFactory<?> factory() {
      return new LaplacePrior();
    }
  }

  @Nested
  class OfMixture extends OptionsContract {
    @Override
    protected PartFactory<?> factory() {
      return new MixturePrior();
    }
  }
}
