package org.vaelix.priors.internal.anisotropic;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.anisotropic.AnisotropicGaussianPrior.Config;
import org.vaelix.testkit.PriorContract;

class AnisotropicGaussianContractTest {
  private static Prior prior(Config config, ModelContext context) {
    return new AnisotropicGaussianPrior().create(config, context);
  }

  @Nested
  class Geometric extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return prior(new AnisotropicGaussianPrior().defaults(), context);
    }
  }

  @Nested
  class Given extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      List<Double> variances =
          IntStream.range(0, context.latentSize()).mapToObj(j -> 0.5 + 1.5 * j).toList();
      return prior(new Config(List.of(), variances, 1, 0.8, false), context);
    }
  }

  @Nested
  class OneBlock extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      List<Integer> block = Collections.nCopies(1, context.latentSize());
      return prior(new Config(block, List.of(2.0), 1, 0.8, false), context);
    }
  }

  @Nested
  class Learned extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return prior(new Config(List.of(), List.of(), 2, 0.5, true), context);
    }
  }
}
