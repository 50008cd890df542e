package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;

/** A right prior passes, and each kind of fault is found. */
class PriorContractTest extends PriorContract {
  private enum Fault {
    NONE,
    CONSTANT_FORGOTTEN,
    DRAWS_TOO_WIDE,
    DRAWS_CORRELATE,
    NO_GRADIENT,
    KL_WRONG,
    CORRELATIONS_IGNORED,
    SHAPE_WRONG
  }

  @Override
  protected Prior create(ModelContext context) {
    return new Standard(context, Fault.NONE);
  }

  /** The same contract for a faulty prior; run by hand, so not found as a test itself. */
  private static final class Faulty extends PriorContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Prior create(ModelContext context) {
      return new Standard(context, fault);
    }
  }

  private record Standard(ModelContext context, Fault fault) implements Prior {
    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      Tensor seen = fault == Fault.NO_GRADIENT ? z.stopGradient() : z;
      double constant = fault == Fault.CONSTANT_FORGOTTEN ? 0 : 0.5 * Math.log(2 * Math.PI);
      Tensor terms = seen.square().multiply(-0.5).subtract(constant);
      return fault == Fault.SHAPE_WRONG ? terms.sum(-1) : terms;
    }

    @Override
    public Tensor sample(Conditions conditions) {
      Shape shape = Shape.of(conditions.rows(), context.latentSize());
      Tensor draws = context.normal("noise", shape);
      return switch (fault) {
        case DRAWS_TOO_WIDE -> draws.multiply(1.05);
        case DRAWS_CORRELATE -> draws.range(1, 0, 1).broadcast(shape);
        default -> draws;
      };
    }

    @Override
    public Optional<Tensor> klFrom(LatentDistribution q, Conditions conditions) {
      return q.gaussian().map(this::kl);
    }

    private Tensor kl(GaussianMoments q) {
      double constant = Math.log(2 * Math.PI) + (fault == Fault.KL_WRONG ? 0.1 : 0);
      Tensor cross = q.mean().square().add(q.variance()).add(constant).multiply(0.5);
      if (fault == Fault.CORRELATIONS_IGNORED) {
        Tensor logVariance = q.variance().log();
        return new GaussianMoments(q.mean(), q.variance(), logVariance).divergence(cross);
      }
      return q.divergence(cross);
    }
  }

  private static void assertFound(Fault fault, Consumer<PriorContract> test) {
    assertThrows(AssertionError.class, () -> test.accept(new Faulty(fault)));
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.CONSTANT_FORGOTTEN, PriorContract::oneDimension);
    assertFound(Fault.CONSTANT_FORGOTTEN, PriorContract::twoDimensions);
    assertFound(Fault.DRAWS_TOO_WIDE, PriorContract::oneDimension);
    assertFound(Fault.DRAWS_CORRELATE, PriorContract::twoDimensions);
    assertFound(Fault.NO_GRADIENT, PriorContract::gradients);
    assertFound(Fault.KL_WRONG, PriorContract::klInClosedForm);
    assertFound(Fault.KL_WRONG, PriorContract::klOfCorrelatedPosteriors);
    assertFound(Fault.CORRELATIONS_IGNORED, PriorContract::klOfCorrelatedPosteriors);
    assertFound(Fault.SHAPE_WRONG, PriorContract::severalSamples);
  }
}
