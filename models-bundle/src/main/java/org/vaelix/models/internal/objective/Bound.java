package org.vaelix.models.internal.objective;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.Terms;

/**
 * The two terms of the evidence lower bound of each row, averaged over draws (Kingma and Welling
 * 2014, equation 3), which every objective reports whatever it trains for.
 *
 * @param reconstruction E_q ln p(x | z), (rows,)
 * @param perDimension terms of KL(q(z | x) ‖ p(z)), (rows, latent size or 1)
 * @param inner KL of latent variables within the decoder, (rows,); absent without
 * @param latentSize of the latent space
 */
record Bound(Tensor reconstruction, Tensor perDimension, Optional<Tensor> inner, int latentSize) {
  /**
   * {@return the bound}
   *
   * @param inference the model applied to the batch
   * @param z draws of q, (samples, rows, latent size)
   * @param decoded the same decoded
   */
  static Bound of(Inference inference, Tensor z, Reconstruction decoded) {
    return new Bound(
        decoded.logDensity().mean(0),
        inference.kl(z),
        innerKl(decoded).map(kl -> kl.mean(0)),
        z.shape().size(2));
  }

  /** {@return the KL within the decoder for each draw, (samples, rows)} */
  static Optional<Tensor> innerKl(Reconstruction decoded) {
    return decoded.kl().map(kl -> kl.sum(1).reshape(decoded.logDensity().shape()));
  }

  /** {@return KL(q(z | x) ‖ p(z)) and that within the decoder, (rows,)} */
  Tensor kl() {
    return plusInner(perDimension.sum(1));
  }

  Tensor plusInner(Tensor kl) {
    return inner.map(kl::add).orElse(kl);
  }

  Tensor elbo() {
    return reconstruction.subtract(kl());
  }

  /** {@return whether the KL is known by dimension} */
  boolean isByDimension() {
    return perDimension.shape().size(1) == latentSize;
  }

  /** {@return what is reported; may be added to} */
  Map<String, Tensor> measures() {
    Map<String, Tensor> measures = new LinkedHashMap<>();
    Tensor kl = kl();
    measures.put(Terms.ELBO, reconstruction.subtract(kl));
    measures.put(Terms.RECONSTRUCTION, reconstruction);
    measures.put(Terms.KL, kl);
    // A KL that does not factorise over dimensions has no share of one to report.
    if (isByDimension()) {
      measures.put(Terms.KL_PER_DIMENSION, perDimension);
    }
    return measures;
  }
}
