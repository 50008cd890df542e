package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.likelihoods.internal.negativebinomial.Dispersion;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class ZeroInflatedContractTest {
  private abstract static class Contract extends LikelihoodContract {
    @Override
    protected Measure measure() {
      return Measure.MASS;
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.5};
    }

    @Override
    protected List<Condition> declared() {
      return List.of(
          PartHarness.condition("batch", Condition.Kind.CATEGORY, 2, 16),
          PartHarness.condition("size", Condition.Kind.EXPOSURE, 1, 16));
    }
  }

  private abstract static class PoissonContract extends Contract {
    private final Optional<String> library;

    PoissonContract(String library) {
      this.library = Optional.ofNullable(library);
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new ZeroInflatedPoissonLikelihood()
          .create(new ZeroInflatedPoissonLikelihood.Config(0.5, library), context);
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {0, 30, 1}, {2, 0, 0}, {0, 31, 2}, {0, 36, 0}, {3, 0, 0}, {4, 28, 1}, {0, 25, 3}, {1, 33, 0}
      };
    }
  }

  @Nested
  class Poisson extends PoissonContract {
    Poisson() {
      super(null);
    }
  }

  @Nested
  class PoissonWithLibrary extends PoissonContract {
    PoissonWithLibrary() {
      super("size");
    }

    /** The same for all rows: moments do not tell differing exposures from dropout. */
    @Override
    protected List<Condition> declared() {
      double[] mean = {1.2};
      return List.of(
          new Condition("size", Condition.Kind.EXPOSURE, List.of(), mean, Condition.Networks.NONE));
    }

    @Override
    protected double[] numbers(Condition condition, int row) {
      return new double[] {1.2};
    }
  }

  private abstract static class NegativeBinomialContract extends Contract {
    private final ZeroInflatedNegativeBinomialLikelihood.Config config;

    NegativeBinomialContract(Dispersion dispersion, String group) {
      this.config =
          new ZeroInflatedNegativeBinomialLikelihood.Config(
              dispersion, Optional.ofNullable(group), 1, Optional.empty());
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new ZeroInflatedNegativeBinomialLikelihood().create(config, context);
    }

    @Override
    protected double reach() {
      return 60;
    }

    /** See the negative binomial's own test. */
    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {3, 29, 0},
        {8, 35, 0},
        {2, 26, 0},
        {0, 23, 1},
        {3, 87, 2},
        {0, 54, 3},
        {5, 32, 1},
        {2, 20, 0},
        {0, 16, 4},
        {0, 45, 1},
        {1, 10, 0},
        {1, 69, 0},
        {4, 49, 1},
        {1, 60, 2},
        {0, 38, 1},
        {1, 41, 0}
      };
    }
  }

  @Nested
  class NegativeBinomialPerFeature extends NegativeBinomialContract {
    NegativeBinomialPerFeature() {
      super(Dispersion.PER_FEATURE, null);
    }
  }

  @Nested
  class NegativeBinomialPerGroup extends NegativeBinomialContract {
    NegativeBinomialPerGroup() {
      super(Dispersion.PER_GROUP, "batch");
    }
  }

  @Nested
  class NegativeBinomialPerValue extends NegativeBinomialContract {
    NegativeBinomialPerValue() {
      super(Dispersion.PER_VALUE, null);
    }
  }
}
