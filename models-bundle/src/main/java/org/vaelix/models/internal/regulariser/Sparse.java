package org.vaelix.models.internal.regulariser;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Regulariser;
import org.vaelix.models.internal.Rows;
import org.vaelix.models.internal.regulariser.SparseRegulariser.Config;
import org.vaelix.models.internal.regulariser.SparseRegulariser.Penalty;

/** Makes codes sparse. */
record Sparse(Config config, ModelContext context) implements Regulariser {
  /** A mean of 0 or 1, which single precision may give, must not cost infinitely much. */
  private static final double MARGIN = 1e-6;

  @Override
  public Optional<Tensor> penalty(Coding coding) {
    Tensor weight = context.scheduled("weight", config.weight());
    Tensor price = config.penalty() == Penalty.L1 ? coding.code().abs().sum(1) : kl(coding);
    return Optional.of(price.multiply(weight));
  }

  private Tensor kl(Coding coding) {
    if (!coding.isUnit()) {
      throw new ModelException(
          "regulariser 'sparse' with penalty 'kl' needs code variables between 0 and 1; set the"
              + " autoencoder's 'code' to sigmoid, or the penalty to l1");
    }
    double target = config.target();
    Tensor mean = Rows.mean(coding.code(), coding.weights()).maximum(MARGIN).minimum(1 - MARGIN);
    Tensor on = mean.log().negate().add(Math.log(target)).multiply(target);
    Tensor off = mean.negate().log1p().negate().add(Math.log1p(-target)).multiply(1 - target);
    return Rows.spread(on.add(off).sum(), coding.weights());
  }
}
