package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.SoftBounds;

/** A right posterior passes, and each kind of fault is found. */
class PosteriorContractTest extends PosteriorContract {
  private enum Fault {
    NONE,
    UNBOUNDED,
    DRAWS_TOO_WIDE,
    CONSTANT_FORGOTTEN,
    DRAWS_CORRELATE,
    NO_GRADIENT,
    DETERMINANT_HALVED
  }

  @Override
  protected Posterior create(ModelContext context) {
    return new Family(context, Fault.NONE);
  }

  /** The same contract for a faulty family; run by hand, so not found as a test itself. */
  private static final class Faulty extends PosteriorContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Posterior create(ModelContext context) {
      return new Family(context, fault);
    }
  }

  private record Family(ModelContext context, Fault fault) implements Posterior {
    @Override
    public List<Head> heads() {
      Shape latent = Shape.of(context.latentSize());
      return List.of(Head.of("mean", latent), Head.of("logSigma", latent));
    }

    @Override
    public LatentDistribution given(Map<String, Tensor> heads) {
      Tensor logSigma = heads.get("logSigma");
      Tensor bounded = fault == Fault.UNBOUNDED ? logSigma : new SoftBounds(-8, 8).apply(logSigma);
      return new Faultable(context, heads.get("mean"), bounded, fault);
    }
  }

  private record Faultable(ModelContext context, Tensor mean, Tensor logSigma, Fault fault)
      implements LatentDistribution {
    @Override
    public Tensor variance() {
      return logSigma.multiply(2).exp();
    }

    @Override
    public Tensor sample(int samples) {
      Tensor noise = context.normal("noise", mean.shape().prepend(samples));
      Tensor scaled = logSigma.exp().multiply(noise);
      Tensor shared = noise.range(2, 0, 1).multiply(logSigma.exp());
      return switch (fault) {
        case DRAWS_TOO_WIDE -> mean.add(scaled.multiply(1.1));
        case DRAWS_CORRELATE -> mean.add(shared);
        case NO_GRADIENT -> mean.add(scaled).stopGradient();
        default -> mean.add(scaled);
      };
    }

    @Override
    public Tensor logDensity(Tensor z) {
      Tensor seen = fault == Fault.NO_GRADIENT ? z.stopGradient() : z;
      Tensor standardised = seen.subtract(mean).multiply(logSigma.negate().exp());
      double constant = fault == Fault.CONSTANT_FORGOTTEN ? 0 : 0.5 * Math.log(2 * Math.PI);
      return standardised.square().multiply(-0.5).subtract(logSigma).subtract(constant);
    }

    @Override
    public Optional<GaussianMoments> gaussian() {
      double factor = fault == Fault.DETERMINANT_HALVED ? 1 : 2;
      return Optional.of(new GaussianMoments(mean, variance(), logSigma.multiply(factor)));
    }
  }

  private static void assertFound(Fault fault, Consumer<PosteriorContract> test) {
    assertThrows(AssertionError.class, () -> test.accept(new Faulty(fault)));
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.UNBOUNDED, PosteriorContract::extremeHeads);
    assertFound(Fault.DRAWS_TOO_WIDE, PosteriorContract::drawsHaveMeanAndVariance);
    assertFound(Fault.DRAWS_TOO_WIDE, PosteriorContract::oneDimension);
    assertFound(Fault.CONSTANT_FORGOTTEN, PosteriorContract::oneDimension);
    assertFound(Fault.DRAWS_CORRELATE, PosteriorContract::twoDimensions);
    assertFound(Fault.DRAWS_CORRELATE, PosteriorContract::gaussianCovariance);
    assertFound(Fault.NO_GRADIENT, PosteriorContract::foreignValues);
    assertFound(Fault.NO_GRADIENT, PosteriorContract::gradients);
    assertFound(Fault.DETERMINANT_HALVED, PosteriorContract::gaussianMoments);
  }
}
