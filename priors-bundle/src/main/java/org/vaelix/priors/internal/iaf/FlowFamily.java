package org.vaelix.priors.internal.iaf;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.priors.internal.Normal;
import org.vaelix.priors.internal.iaf.InverseAutoregressiveFlowPosterior.Config;

/** Asks an encoder for the normal variables that the flow starts from, and for its context. */
record FlowFamily(Config config, ModelContext context) implements Posterior {
  private static final String MEAN = "mean";
  private static final String LOG_VARIANCE = "logVariance";
  private static final String CONTEXT = "context";

  @Override
  public List<Head> heads() {
    Shape latent = Shape.of(context.latentSize());
    return List.of(
        Head.of(MEAN, latent),
        Head.of(LOG_VARIANCE, latent),
        Head.of(CONTEXT, Shape.of(config.context())));
  }

  @Override
  public LatentDistribution given(Map<String, Tensor> heads) {
    Tensor logVariance = Normal.LOG_VARIANCE.apply(heads.get(LOG_VARIANCE));
    List<AutoregressiveStep> steps =
        IntStream.range(0, config.steps())
            .mapToObj(
                step ->
                    AutoregressiveStep.of(
                        step % 2 == 1,
                        config.hidden(),
                        heads.get(CONTEXT),
                        context.scope("step" + step)))
            .toList();
    return new FlowedLatents(heads.get(MEAN), logVariance, steps, config.momentDraws(), context);
  }
}
