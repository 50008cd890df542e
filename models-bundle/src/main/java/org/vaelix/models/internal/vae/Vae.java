package org.vaelix.models.internal.vae;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Recognition;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.Networks;
import org.vaelix.models.internal.Observed;
import org.vaelix.models.internal.Scoped;
import org.vaelix.models.internal.vae.VaeModel.Config;

/** The parts of a variational autoencoder in one trace, and how they meet. */
record Vae(
    ModelContext context,
    Networks networks,
    Scoped<Likelihood> scopedLikelihood,
    Scoped<Prior> prior,
    Scoped<Posterior> posterior,
    Scoped<Objective> objective,
    Config config)
    implements Model {
  static Vae of(Config config, ModelContext context) {
    Networks made = Networks.of(context, config.architecture(), config.encoder(), config.decoder());
    Scoped<Posterior> posterior = Scoped.create(config.posterior(), context, "posterior");
    Scoped<Likelihood> likelihood = Scoped.create(config.likelihood(), context, "likelihood");
    Networks networks = made.reading(likelihood);
    Recognition recognition = new VaeRecognition(networks, posterior);
    return new Vae(
        context,
        networks,
        likelihood,
        Scoped.create(config.prior(), context, "prior").map(prior -> prior.with(recognition)),
        posterior,
        Scoped.create(config.objective(), context, "objective"),
        config);
  }

  @Override
  public int latentSize() {
    return context.latentSize();
  }

  @Override
  public Likelihood likelihood() {
    return scopedLikelihood.part();
  }

  @Override
  public Terms terms(Batch batch) {
    VaeInference inference = inference(batch);
    return objective.call(o -> o.terms(inference));
  }

  @Override
  public Map<String, Tensor> encode(Batch batch) {
    LatentDistribution q = inference(batch).posterior();
    return Map.of(MEAN, q.mean(), VARIANCE, q.variance());
  }

  @Override
  public ConditionalDistribution reconstruct(Batch batch) {
    VaeInference inference = inference(batch);
    return decode(inference.posterior().mean(), batch.conditions(), inference.skips())
        .distribution();
  }

  @Override
  public Tensor logWeights(Batch batch, int draws) {
    return inference(batch).logWeights(draws);
  }

  @Override
  public ConditionalDistribution generate(Conditions conditions) {
    return decode(prior.call(p -> p.sample(conditions)), conditions, List.of()).distribution();
  }

  @Override
  public ConditionalDistribution generate(Batch like) {
    VaeInference inference = inference(like);
    if (!networks.usesSkips(inference.skips())) {
      throw new ModelException(
          "the model has no skips to borrow from rows; sample without, or train an architecture"
              + " with skips, such as unet");
    }
    Conditions conditions = inference.batch().conditions();
    Tensor z = prior.call(p -> p.sample(conditions));
    return decode(z, conditions, inference.skips()).distribution();
  }

  @Override
  public VaeInference inference(Batch batch) {
    Batch observed = Observed.of(batch, context);
    Encoding encoding = networks.encode(observed, posterior.part().heads());
    LatentDistribution q = posterior.call(p -> p.given(encoding.heads()));
    return new VaeInference(this, observed, q, encoding.skips());
  }

  /** p(x | z) for one z per row, and what the decoder adds to the KL. */
  Decoded decode(Tensor z, Conditions conditions, List<Tensor> skips) {
    Decoding decoding = networks.decode(z, conditions, skips, likelihood().heads());
    ConditionalDistribution distribution =
        scopedLikelihood.call(l -> l.given(decoding.heads(), conditions));
    return new Decoded(distribution, decoding);
  }

  record Decoded(ConditionalDistribution distribution, Decoding decoding) {}
}
