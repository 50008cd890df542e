package org.vaelix.models.internal.objective;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.objective.ElboObjective.Baseline;
import org.vaelix.models.internal.objective.ElboObjective.Gradient;
import org.vaelix.testkit.ObjectiveContract;

class ObjectiveContractTest {
  private static Schedule constant(double value) {
    return Schedule.constant(value);
  }

  private static Objective elbo(
      ModelContext context, int samples, double free, FreeBits.Over over) {
    return new Elbo(
        new ElboObjective.Config(
            constant(0.7), samples, free, over, Gradient.PATHWISE, Baseline.NONE),
        context);
  }

  private static Objective scored(ModelContext context, int samples, Baseline baseline) {
    return new Elbo(
        new ElboObjective.Config(
            constant(1), samples, 0, FreeBits.Over.TOTAL, Gradient.SCORE_FUNCTION, baseline),
        context);
  }

  private static Objective betaTc(ModelContext context, BetaTcObjective.Estimator estimator) {
    return new BetaTc(
        new BetaTcObjective.Config(constant(0.5), constant(3), constant(2), estimator), context);
  }

  @Nested
  class PlainElbo extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return new ElboObjective().create(new ElboObjective().defaults(), context);
    }
  }

  @Nested
  class ElboOfSeveralDraws extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return elbo(context, 3, 0, FreeBits.Over.DIMENSION);
    }
  }

  @Nested
  class FreeByDimension extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return elbo(context, 1, 0.3, FreeBits.Over.DIMENSION);
    }
  }

  @Nested
  class FreeInTotal extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return elbo(context, 1, 0.9, FreeBits.Over.TOTAL);
    }
  }

  @Nested
  class ScoreFunctionAlone extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return scored(context, 1, Baseline.NONE);
    }

    @Override
    protected boolean followsItsLoss() {
      return false;
    }
  }

  @Nested
  class ScoreFunctionLeaveOneOut extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return scored(context, 4, Baseline.LEAVE_ONE_OUT);
    }

    @Override
    protected boolean followsItsLoss() {
      return false;
    }
  }

  @Nested
  class ScoreFunctionRunningMean extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return scored(context, 2, Baseline.RUNNING_MEAN);
    }

    @Override
    protected boolean followsItsLoss() {
      return false;
    }
  }

  @Nested
  class AtCapacity extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return new Capacity(new CapacityObjective.Config(constant(0.8), constant(5), 2), context);
    }
  }

  @Nested
  class ImportanceWeighted extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return new Iwae(new IwaeObjective.Config(5, IwaeObjective.Gradient.PATHWISE), context);
    }
  }

  @Nested
  class DoublyReparameterised extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return new Iwae(
          new IwaeObjective.Config(5, IwaeObjective.Gradient.DOUBLY_REPARAMETERISED), context);
    }

    @Override
    protected boolean followsItsLoss() {
      return false;
    }
  }

  @Nested
  class TotalCorrelationWeighted extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return betaTc(context, BetaTcObjective.Estimator.MINIBATCH_WEIGHTED);
    }
  }

  @Nested
  class TotalCorrelationStratified extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return betaTc(context, BetaTcObjective.Estimator.MINIBATCH_STRATIFIED);
    }
  }

  @Nested
  class Information extends ObjectiveContract {
    @Override
    protected Objective create(ModelContext context) {
      return new InfoVae(new InfoVaeObjective.Config(0.4, 10, 0.8));
    }
  }
}
