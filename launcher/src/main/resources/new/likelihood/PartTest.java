package {{package}};

import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.LikelihoodContract;

class {{class}}Test extends LikelihoodContract {
  private final {{class}} factory = new {{class}}();

  @Override
  protected Likelihood create(ModelContext context) {
    return factory.create(factory.defaults(), context);
  }

  @Override
  protected Measure measure() {
    return Measure.MASS;
  }

  @Override
  protected double[][] trainingRows() {
    return new double[][] {{0, 3, 1}, {2, 9, 0}, {1, 0, 0}, {0, 4, 2}};
  }

  @Override
  protected double[] outOfSupport() {
    return new double[] {-1, 0.5};
  }

  /** The tail falls by mean/(1 + mean) a count only: slowly, for a mean of several. */
  @Override
  protected double reach() {
    return 40;
  }
}
