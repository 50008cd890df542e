package org.vaelix.priors.internal.full;

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.testkit.PosteriorContract;

class FullGaussianContractTest extends PosteriorContract {
  @Override
  protected Posterior create(ModelContext context) {
    return new FullGaussianPosterior().create(new FullGaussianPosterior.Config(), context);
  }
}
