package org.vaelix.models.internal.objective;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;

/** The evidence lower bound of each row. */
record Elbo(ElboObjective.Config config, ModelContext context) implements Objective {
  @Override
  public Terms terms(Inference inference) {
    Tensor z = inference.posterior().sample(config.samples());
    Reconstruction decoded = inference.decode(z);
    Tensor reconstruction = decoded.logDensity().mean(0);
    Tensor perDimension = inference.kl(z);
    Tensor kl = plusDecoder(perDimension.sum(1), decoded);
    Tensor beta = context.scheduled("beta", config.beta());
    Tensor loss = kl.multiply(beta).subtract(reconstruction);

    Map<String, Tensor> measures = new LinkedHashMap<>();
    measures.put(Terms.ELBO, reconstruction.subtract(kl));
    measures.put(Terms.RECONSTRUCTION, reconstruction);
    measures.put(Terms.KL, kl);
    // A KL that does not factorise over dimensions has no share of one to report.
    if (perDimension.shape().size(1) == z.shape().size(2)) {
      measures.put(Terms.KL_PER_DIMENSION, perDimension);
    }
    return new Terms(loss, Optional.empty(), measures);
  }

  /** Adds the KL of latent variables within the decoder, averaged over the draws. */
  private Tensor plusDecoder(Tensor kl, Reconstruction decoded) {
    return decoded
        .kl()
        .map(inner -> kl.add(inner.sum(1).reshape(decoded.logDensity().shape()).mean(0)))
        .orElse(kl);
  }
}
