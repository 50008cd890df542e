package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;

/** A right objective passes, and each kind of fault is found. */
class ObjectiveContractTest extends ObjectiveContract {
  private enum Fault {
    NONE,
    SILENT,
    KL_HALVED,
    DETACHED,
    MIXES_ROWS,
    OVERFLOWS
  }

  @Override
  protected Objective create(ModelContext context) {
    return new Plain(Fault.NONE);
  }

  /** The same contract for a faulty objective; run by hand, so not found as a test itself. */
  private static final class Faulty extends ObjectiveContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Objective create(ModelContext context) {
      return new Plain(fault);
    }
  }

  private record Plain(Fault fault) implements Objective {
    @Override
    public Terms terms(Inference inference) {
      Tensor z = inference.posterior().sample(1);
      Tensor fit = inference.decode(z).logDensity().mean(0);
      Tensor kl = inference.kl(z).sum(1).multiply(fault == Fault.KL_HALVED ? 0.5 : 1);
      Tensor loss = kl.subtract(fit);
      Map<String, Tensor> measures = new LinkedHashMap<>();
      measures.put(Terms.ELBO, loss.negate());
      measures.put(Terms.RECONSTRUCTION, fit);
      if (fault != Fault.SILENT) {
        measures.put(Terms.KL, kl);
      }
      return new Terms(spoiled(loss), Optional.empty(), measures);
    }

    private Tensor spoiled(Tensor loss) {
      return switch (fault) {
        case DETACHED -> loss.stopGradient().add(loss).multiply(0.5);
        case MIXES_ROWS -> loss.add(loss.mean());
        case OVERFLOWS -> loss.exp();
        default -> loss;
      };
    }
  }

  private static void assertFound(Fault fault, Consumer<ObjectiveContract> test) {
    assertThrows(AssertionError.class, () -> test.accept(new Faulty(fault)));
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.SILENT, ObjectiveContract::lossAndMeasures);
    assertFound(Fault.KL_HALVED, ObjectiveContract::reportsTheTruth);
    assertFound(Fault.DETACHED, ObjectiveContract::gradients);
    assertFound(Fault.MIXES_ROWS, ObjectiveContract::rowsOfWeightZero);
    assertFound(Fault.OVERFLOWS, ObjectiveContract::isFinite);
  }
}
