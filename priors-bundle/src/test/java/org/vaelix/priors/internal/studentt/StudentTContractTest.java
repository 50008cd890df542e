package org.vaelix.priors.internal.studentt;

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

/** With nine degrees of freedom, so that squares of draws have a standard error. */
class StudentTContractTest extends PriorContract {
  @Override
  protected Prior create(ModelContext context) {
    return new StudentTPrior().create(new StudentTPrior.Config(9, 1.3), context);
  }

  /** Beyond this lie 2e-11 of the distribution, and 1e-8 of its second moment. */
  @Override
  protected double reach() {
    return 40;
  }
}
