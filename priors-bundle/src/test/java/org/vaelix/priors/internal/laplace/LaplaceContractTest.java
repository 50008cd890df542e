package org.vaelix.priors.internal.laplace;

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class LaplaceContractTest extends PriorContract {
  @Override
  protected Prior create(ModelContext context) {
    return new LaplacePrior().create(new LaplacePrior.Config(0.7), context);
  }

  /** e⁻³⁰ of the distribution is further from the mean than this. */
  @Override
  protected double reach() {
    return 21;
  }

  /** A sum over a grid misses the kink at 0 by half a step squared. */
  @Override
  protected double tolerance() {
    return 1e-2;
  }
}
