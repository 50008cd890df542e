package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.NormalLikelihood.Fault;

/** A right likelihood passes, and each kind of fault is found. */
class LikelihoodContractTest extends LikelihoodContract {
  @Override
  protected Likelihood create(ModelContext context) {
    return new NormalLikelihood(context, Fault.NONE);
  }

  @Override
  protected Measure measure() {
    return Measure.DENSITY;
  }

  @Override
  protected double[][] trainingRows() {
    return new double[][] {{1, 5}, {2, 4}, {4, 4.5}};
  }

  /** The same contract for a faulty likelihood; run by hand, so not found as a test itself. */
  private static final class Faulty extends LikelihoodContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new NormalLikelihood(context, fault);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{1, 5}, {2, 4}, {4, 4.5}};
    }
  }

  private static void assertFound(Fault fault, Consumer<LikelihoodContract> test) {
    assertThrows(AssertionError.class, () -> test.accept(new Faulty(fault)));
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.CONSTANT_FORGOTTEN, LikelihoodContract::isNormalised);
    assertFound(Fault.VARIANCE_WRONG, LikelihoodContract::isNormalised);
    assertFound(Fault.VARIANCE_WRONG, LikelihoodContract::drawsHaveMeanAndVariance);
    assertFound(Fault.DRAWS_TOO_WIDE, LikelihoodContract::drawsHaveMeanAndVariance);
    assertFound(Fault.NO_GRADIENT, LikelihoodContract::gradients);
    assertFound(Fault.OVERFLOWS, LikelihoodContract::extremeHeads);
    assertFound(Fault.NULL_MODEL_OFF, LikelihoodContract::nullModelIsBest);
    assertFound(Fault.ROWS_MIXED, LikelihoodContract::maskedValuesAndUnweightedRows);
    assertFound(Fault.VALUES_MIXED, LikelihoodContract::whatStandsInAMaskedValueDoesNotMatter);
  }
}
