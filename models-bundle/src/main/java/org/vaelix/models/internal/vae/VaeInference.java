package org.vaelix.models.internal.vae;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Prior;

/**
 * A variational autoencoder applied to a batch.
 *
 * @param vae the model
 * @param batch the rows, unobserved values filled
 * @param posterior q(z | x)
 * @param skips of the encoder
 */
record VaeInference(Vae vae, Batch batch, LatentDistribution posterior, List<Tensor> skips)
    implements Inference {
  @Override
  public Prior prior() {
    return vae.prior().part();
  }

  @Override
  public Reconstruction decode(Tensor z) {
    int samples = z.shape().size(0);
    Batch repeated = batch.repeat(samples);
    Tensor flat = z.reshape(samples * batch.rows(), z.shape().size(2));
    List<Tensor> fitting = skips.stream().map(s -> Functions.repeatRows(s, samples)).toList();
    Vae.Decoded decoded = vae.decode(flat, repeated.conditions(), fitting);
    Tensor perValue = vae.scopedLikelihood().call(l -> decoded.distribution().logDensity(repeated));
    Tensor perRow = repeated.sumOverEvent(perValue).reshape(samples, batch.rows());
    return new Reconstruction(perRow, decoded.distribution(), decoded.decoding().kl());
  }

  @Override
  public Tensor kl(Tensor z) {
    return switch (vae.config().kl()) {
      case AUTO -> closedForm().orElseGet(() -> monteCarlo(z));
      case CLOSED_FORM -> closedForm().orElseThrow(this::noClosedForm);
      case MONTE_CARLO -> monteCarlo(z);
    };
  }

  private Optional<Tensor> closedForm() {
    return vae.prior().call(p -> p.klFrom(posterior, batch.conditions()));
  }

  private ModelException noClosedForm() {
    return new ModelException(
        String.format(
            "prior '%s' knows no closed-form KL from posterior '%s'; set the model's 'kl' to auto"
                + " or monte-carlo",
            vae.config().prior().type(), vae.config().posterior().type()));
  }

  /** The mean of ln q(z | x) − ln p(z) over draws of q. */
  private Tensor monteCarlo(Tensor z) {
    Tensor logQ = vae.posterior().call(p -> posterior.logDensity(z));
    Tensor logP = vae.prior().call(p -> p.logDensity(z, batch.conditions()));
    // Terms by dimension can be subtracted only if both factorise.
    boolean alike = logQ.shape().equals(logP.shape());
    Tensor difference =
        alike ? logQ.subtract(logP) : logQ.sumKeeping(-1).subtract(logP.sumKeeping(-1));
    return difference.mean(0);
  }
}
