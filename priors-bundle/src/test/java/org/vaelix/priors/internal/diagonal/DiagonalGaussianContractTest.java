package org.vaelix.priors.internal.diagonal;

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.testkit.PosteriorContract;

class DiagonalGaussianContractTest extends PosteriorContract {
  @Override
  protected Posterior create(ModelContext context) {
    return new DiagonalGaussianPosterior().create(new DiagonalGaussianPosterior.Config(), context);
  }
}
