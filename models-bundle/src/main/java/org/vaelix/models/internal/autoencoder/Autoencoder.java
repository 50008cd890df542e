package org.vaelix.models.internal.autoencoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Regulariser.Coding;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.Networks;
import org.vaelix.models.internal.Observed;
import org.vaelix.models.internal.Scoped;
import org.vaelix.models.internal.autoencoder.AutoencoderModel.Config;

/** The parts of an autoencoder in one trace. */
record Autoencoder(
    ModelContext context,
    Networks networks,
    Scoped<Likelihood> scopedLikelihood,
    CodeRange range,
    Regularisers regularisers)
    implements Model {
  /** Measure: the sum over a row's observed values of (x − E[x | z])², in squared data units. */
  static final String SQUARED_ERROR = "squaredError";

  static Autoencoder of(Config config, ModelContext context) {
    Networks networks =
        Networks.of(context, config.architecture(), config.encoder(), config.decoder());
    Scoped<Likelihood> likelihood = Scoped.create(config.likelihood(), context, "likelihood");
    Regularisers regularisers = Regularisers.of(config.regularisers(), context);
    return new Autoencoder(
        context, networks.reading(likelihood), likelihood, config.code(), regularisers);
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
    Batch observed = Observed.of(batch, context);
    Batch seen = context.isTraining() ? corrupted(observed) : observed;
    Encoding encoding = infer(seen);
    ConditionalDistribution distribution = decode(encoding, observed.conditions());
    Tensor logDensity =
        scopedLikelihood.call(l -> observed.sumOverEvent(distribution.logDensity(observed)));
    Tensor error = observed.values().subtract(distribution.mean()).square();
    Map<String, Tensor> measures = new LinkedHashMap<>();
    measures.put(Terms.RECONSTRUCTION, logDensity);
    measures.put(SQUARED_ERROR, observed.sumOverEvent(error));
    Map<String, Tensor> penalties =
        regularisers.penalties(
            new Coding(seen.values(), code(encoding), batch.weights(), range.isUnit()));
    measures.putAll(penalties);
    Tensor loss = penalties.values().stream().reduce(logDensity.negate(), Tensor::add);
    return new Terms(loss, Optional.empty(), measures);
  }

  private Batch corrupted(Batch observed) {
    Tensor values = regularisers.corrupt(observed.values());
    return new Batch(values, observed.weights(), observed.mask(), observed.conditions());
  }

  @Override
  public Map<String, Tensor> encode(Batch batch) {
    return Map.of(MEAN, code(infer(Observed.of(batch, context))));
  }

  @Override
  public ConditionalDistribution reconstruct(Batch batch) {
    return decode(infer(Observed.of(batch, context)), batch.conditions());
  }

  private ConditionalDistribution decode(Encoding encoding, Conditions conditions) {
    Decoding decoding =
        networks.decode(code(encoding), conditions, encoding.skips(), likelihood().heads());
    return scopedLikelihood.call(l -> l.given(decoding.heads(), conditions));
  }

  private Encoding infer(Batch observed) {
    Head code = Head.of(MEAN, Shape.of(latentSize()));
    return networks.encode(observed, List.of(code));
  }

  private Tensor code(Encoding encoding) {
    return range.apply(encoding.heads().get(MEAN));
  }

  @Override
  public ConditionalDistribution generate(Conditions conditions) {
    throw new ModelException(
        "an autoencoder has no distribution of codes to draw new rows from; train model kind 'vae'"
            + " to generate");
  }
}
