package org.vaelix.architectures.internal.unet;

import java.util.Optional;
import org.vaelix.architectures.internal.maps.Layers;
import org.vaelix.architectures.internal.maps.Part;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.SoftBounds;

/**
 * A skip through latent variables of its own, k at each place: q(s | F) = N(μ(F), σ²(F)) and p(s) =
 * N(0, 1). Without an input s is drawn from p.
 *
 * @param layers of the architecture
 * @param context scoped to the skip
 * @param size k
 */
record Variational(Layers layers, ModelContext context, int size) {
  private static final SoftBounds LOG_VARIANCE = new SoftBounds(-14, 14);

  Opening open(Optional<Tensor> skip, Tensor like) {
    Shape shape = like.shape().with(1, size);
    Tensor noise = context.normal("noise", shape);
    return skip.map(f -> posterior(f, noise)).orElseGet(() -> Opening.of(Part.of(noise)));
  }

  private Opening posterior(Tensor skip, Tensor noise) {
    Tensor mean = layers.pointwise(context.scope("mean"), skip, size);
    Tensor logVariance =
        LOG_VARIANCE.apply(layers.pointwise(context.scope("logVariance"), skip, size));
    Tensor drawn = logVariance.multiply(0.5).exp().multiply(noise).add(mean);
    // Kingma and Welling 2014, appendix B.
    Tensor kl =
        mean.square().add(logVariance.exp()).subtract(logVariance).subtract(1).multiply(0.5);
    Tensor perRow = kl.sum(1, 2, 3).reshape(skip.shape().size(0), 1);
    return new Opening(Optional.of(Part.of(drawn)), Optional.of(perRow));
  }
}
