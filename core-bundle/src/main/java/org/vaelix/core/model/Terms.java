package org.vaelix.core.model;

import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/**
 * What an objective makes of a batch. The trainer minimises the weighted mean of the loss over the
 * rows, plus the penalty, and reports the weighted means of the measures.
 *
 * @param loss of each row, (rows,)
 * @param penalty a scalar that belongs to the batch as a whole or to the parameters; absent without
 * @param measures (rows,) or (rows, k) each, by name; {@link #RECONSTRUCTION} always, {@link
 *     #ELBO}, {@link #KL} and {@link #KL_PER_DIMENSION} of variational models, in nats
 */
public record Terms(Tensor loss, Optional<Tensor> penalty, Map<String, Tensor> measures) {
  /** The evidence lower bound with β = 1, (rows,). */
  public static final String ELBO = "elbo";

  /** E_q ln p(x | z), (rows,). */
  public static final String RECONSTRUCTION = "reconstruction";

  /** KL(q(z | x) ‖ p(z)), (rows,). */
  public static final String KL = "kl";

  /** The KL by dimension, (rows, latent size). */
  public static final String KL_PER_DIMENSION = "klPerDimension";
}
