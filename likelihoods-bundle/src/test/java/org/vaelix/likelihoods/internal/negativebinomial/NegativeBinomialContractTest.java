package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialLikelihood.Config;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class NegativeBinomialContractTest {
  private abstract static class Contract extends LikelihoodContract {
    private final Config config;

    Contract(Dispersion dispersion, String group, double binWidth, String library) {
      this.config =
          new Config(
              dispersion, Optional.ofNullable(group), binWidth, Optional.ofNullable(library));
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new NegativeBinomialLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.MASS;
    }

    /**
     * Quantiles of negative binomials with means 2, 40, 1 and θ 1, 4, 2 (scipy 1.17.1,
     * stats.nbinom.ppf), shuffled: enough rows for moments to come near the greatest likelihood.
     */
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

    /** Tails are longer than a normal distribution's. */
    @Override
    protected double reach() {
      return 60;
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

  @Nested
  class Shared extends Contract {
    Shared() {
      super(Dispersion.SHARED, null, 1, null);
    }
  }

  @Nested
  class PerFeature extends Contract {
    PerFeature() {
      super(Dispersion.PER_FEATURE, null, 0.01, null);
    }
  }

  @Nested
  class PerGroup extends Contract {
    PerGroup() {
      super(Dispersion.PER_GROUP, "batch", 1, null);
    }
  }

  @Nested
  class PerValue extends Contract {
    PerValue() {
      super(Dispersion.PER_VALUE, null, 1, null);
    }
  }

  @Nested
  class LibraryFromAColumn extends Contract {
    LibraryFromAColumn() {
      super(Dispersion.PER_FEATURE, null, 1, "size");
    }
  }

  /** The mean of each count depends on all counts of its row, so nothing sums to one. */
  @Nested
  class LibraryObserved extends Contract {
    LibraryObserved() {
      super(Dispersion.PER_FEATURE, null, 1, "observed");
    }

    @Override
    protected Measure measure() {
      return Measure.SCORE;
    }

    @Override
    protected boolean seesWholeRows() {
      return true;
    }

    /** The same with equal sums: the mean shares are then the best ones. */
    @Override
    protected double[][] trainingRows() {
      double[][] rows = super.trainingRows();
      for (double[] row : rows) {
        row[1] = 100 - row[0] - row[2];
      }
      return rows;
    }
  }
}
