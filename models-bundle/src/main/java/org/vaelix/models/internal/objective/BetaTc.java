package org.vaelix.models.internal.objective;

import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;

/**
 * The three terms of the KL, each row's share of them, from one draw of z for each row: ln q(z | x)
 * − ln q(z), ln q(z) − Σ ln q(zⱼ), Σ ln q(zⱼ) − ln p(z).
 */
record BetaTc(BetaTcObjective.Config config, ModelContext context) implements Objective {
  /** Measure: a row's share of the mutual information of code and data, (rows,), in nats. */
  static final String MUTUAL_INFORMATION = "mutualInformation";

  /** Measure: a row's share of the total correlation of the codes, (rows,), in nats. */
  static final String TOTAL_CORRELATION = "totalCorrelation";

  /** Measure: a row's share of the KL of each dimension's codes, (rows,), in nats. */
  static final String DIMENSIONWISE_KL = "dimensionwiseKl";

  @Override
  public Terms terms(Inference inference) {
    Tensor z = inference.posterior().sample(1);
    Reconstruction decoded = inference.decode(z);
    Bound bound = Bound.of(inference, z, decoded);
    Tensor logConditional = factorised(inference.posterior().logDensity(z), z).sum(2).sum(0);
    Tensor logPrior = inference.prior().logDensity(z, inference.batch().conditions());
    AggregatePosterior aggregate = aggregate(inference, z);

    Tensor information = logConditional.subtract(aggregate.logJoint());
    Tensor correlation = aggregate.logJoint().subtract(aggregate.logMarginals());
    Tensor dimensionwise = aggregate.logMarginals().subtract(logPrior.sum(2).sum(0));
    Tensor cost =
        information
            .multiply(context.scheduled("alpha", config.alpha()))
            .add(correlation.multiply(context.scheduled("beta", config.beta())))
            .add(dimensionwise.multiply(context.scheduled("gamma", config.gamma())));
    Map<String, Tensor> measures = bound.measures();
    measures.put(MUTUAL_INFORMATION, information);
    measures.put(TOTAL_CORRELATION, correlation);
    measures.put(DIMENSIONWISE_KL, dimensionwise);
    return Losses.of(bound.plusInner(cost).subtract(bound.reconstruction()), measures);
  }

  private AggregatePosterior aggregate(Inference inference, Tensor z) {
    int rows = z.shape().size(1);
    int latent = z.shape().size(2);
    // Each row's draw once for each row's posterior: (draws, posteriors, latent size).
    Tensor every = z.reshape(rows, 1, latent).broadcast(Shape.of(rows, rows, latent));
    Tensor pairs = factorised(inference.posterior().logDensity(every), z);
    return new AggregatePosterior(
        pairs, inference.batch().weights(), context.moments().rows(), config.estimator());
  }

  private static Tensor factorised(Tensor logDensity, Tensor z) {
    if (logDensity.shape().size(-1) != z.shape().size(2)) {
      throw new ModelException(
          "objective 'beta-tc' needs a posterior that factorises over the dimensions, such as"
              + " diagonal-gaussian");
    }
    return logDensity;
  }
}
