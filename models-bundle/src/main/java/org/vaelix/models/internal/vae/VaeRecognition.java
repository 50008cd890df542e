package org.vaelix.models.internal.vae;

import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Recognition;
import org.vaelix.models.internal.Networks;
import org.vaelix.models.internal.Scoped;

/** The encoder and the posterior of a variational autoencoder, for priors made of posteriors. */
record VaeRecognition(Networks networks, Scoped<Posterior> posterior) implements Recognition {
  @Override
  public LatentDistribution of(Tensor values, Conditions conditions) {
    int rows = conditions.rows();
    Tensor weights = values.graph().constant(1).broadcast(Shape.of(rows));
    Batch batch = new Batch(values, weights, Optional.empty(), conditions);
    Encoding encoding = networks.encode(batch, posterior.part().heads());
    return posterior.call(p -> p.given(encoding.heads()));
  }
}
