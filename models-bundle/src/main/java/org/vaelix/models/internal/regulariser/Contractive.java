package org.vaelix.models.internal.regulariser;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Regulariser;

/** Prices the exact Jacobian of the encoder, one gradient for each code variable. */
record Contractive(ContractiveRegulariser.Config config, ModelContext context)
    implements Regulariser {
  @Override
  public Optional<Tensor> penalty(Coding coding) {
    Tensor weight = context.scheduled("weight", config.weight());
    Tensor norm = coding.weights().graph().constant(0);
    for (int j = 0; j < coding.code().shape().size(1); j++) {
      norm = norm.add(squaredGradient(coding, j));
    }
    return Optional.of(norm.multiply(weight));
  }

  /** Rows do not see one another, so the gradient of the sum over rows has each row's own. */
  private static Tensor squaredGradient(Coding coding, int j) {
    Tensor variable = coding.code().range(1, j, j + 1).sum();
    Tensor gradient = Gradients.of(variable, List.of(coding.input())).get(0);
    return Functions.flatten(gradient.square()).sum(1);
  }
}
