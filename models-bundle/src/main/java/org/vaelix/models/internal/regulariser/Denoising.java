package org.vaelix.models.internal.regulariser;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Regulariser;
import org.vaelix.models.internal.regulariser.DenoisingRegulariser.Config;

/** Corrupts what the encoder sees. */
record Denoising(Config config, ModelContext context) implements Regulariser {
  @Override
  public Tensor corrupt(Tensor values) {
    Tensor amount = context.scheduled("amount", config.amount());
    return switch (config.corruption()) {
      case GAUSSIAN -> values.add(context.normal("noise", values.shape()).multiply(amount));
      case MASKING -> values.multiply(amount.less(context.uniform("mask", values.shape())));
    };
  }
}
