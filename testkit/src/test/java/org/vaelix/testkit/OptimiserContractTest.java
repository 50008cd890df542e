package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;

/** A right optimiser passes, and each kind of fault is found. */
class OptimiserContractTest extends OptimiserContract {
  private enum Fault {
    NONE,
    UPHILL,
    RATE_IGNORED,
    FORGETS
  }

  @Override
  protected Optimiser create() {
    return new Momentum(Fault.NONE);
  }

  /** The same contract for a faulty optimiser; run by hand, so not found as a test itself. */
  private static final class Faulty extends OptimiserContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Optimiser create() {
      return new Momentum(fault);
    }
  }

  private record Momentum(Fault fault) implements Optimiser {
    @Override
    public Schedule learningRate() {
      return Schedule.constant(0.02);
    }

    @Override
    public Tensor next(Tensor parameter, Tensor gradient, Update update) {
      Tensor velocity = update.recall("velocity").multiply(0.5).add(gradient);
      if (fault != Fault.FORGETS) {
        update.remember("velocity", velocity);
      }
      Tensor rate =
          fault == Fault.RATE_IGNORED ? parameter.graph().constant(0.02) : update.learningRate();
      Tensor step = velocity.multiply(rate);
      return fault == Fault.UPHILL ? parameter.add(step) : parameter.subtract(step);
    }
  }

  private static void assertFound(Fault fault, Consumer<OptimiserContract> test) {
    assertThrows(AssertionError.class, () -> test.accept(new Faulty(fault)));
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.UPHILL, OptimiserContract::findsTheMinimum);
    assertFound(Fault.RATE_IGNORED, OptimiserContract::restsWithoutLearningRate);
    assertFound(Fault.FORGETS, OptimiserContract::remembersWhatItRecalls);
  }
}
