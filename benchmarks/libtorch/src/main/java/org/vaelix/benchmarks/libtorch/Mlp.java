package org.vaelix.benchmarks.libtorch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.workload.Likelihood;
import org.vaelix.benchmarks.workload.Rows;

/** Rectified fully connected layers, with first values by the rules that Vaelix follows. */
final class Mlp implements Network {
  private final List<Tensor> parameters = new ArrayList<>();
  private final List<LinearImpl> encoder = new ArrayList<>();
  private final List<LinearImpl> decoder = new ArrayList<>();
  private final LinearImpl mean;
  private final LinearImpl logVariance;
  private final LinearImpl output;
  private final Tensor logDispersion;

  Mlp(Rows rows, Settings settings) throws IOException {
    List<Integer> hidden = settings.hidden();
    int latent = settings.number("latent");
    int width = rows.features();
    for (int next : hidden) {
      encoder.add(rectified(width, next));
      width = next;
    }
    mean = linear(width, latent);
    logVariance = linear(width, latent);
    width = latent;
    for (int i = hidden.size() - 1; i >= 0; i--) {
      decoder.add(rectified(width, hidden.get(i)));
      width = hidden.get(i);
    }
    output = linear(width, rows.features());
    try (NoGradGuard guard = new NoGradGuard()) {
      output.bias().copy_(Tensors.of(rows.decoderBiases(settings.likelihood()), rows.features()));
    }
    logDispersion = Tensors.of(new float[rows.features()], rows.features());
    if (settings.likelihood() == Likelihood.NEGATIVE_BINOMIAL) {
      logDispersion.set_requires_grad(true);
      parameters.add(logDispersion);
    }
  }

  /** N(0, 2 / inputs), He et al. 2015. */
  private LinearImpl rectified(int inputs, int outputs) {
    LinearImpl layer = new LinearImpl(inputs, outputs);
    try (NoGradGuard guard = new NoGradGuard()) {
      layer.weight().normal_(0, Math.sqrt(2.0 / inputs), new GeneratorOptional());
    }
    return added(layer);
  }

  /** U(−a, a) with a = √(6 / (inputs + outputs)), Glorot and Bengio 2010. */
  private LinearImpl linear(int inputs, int outputs) {
    LinearImpl layer = new LinearImpl(inputs, outputs);
    double bound = Math.sqrt(6.0 / (inputs + outputs));
    try (NoGradGuard guard = new NoGradGuard()) {
      layer.weight().uniform_(-bound, bound, new GeneratorOptional());
    }
    return added(layer);
  }

  private LinearImpl added(LinearImpl layer) {
    try (NoGradGuard guard = new NoGradGuard()) {
      layer.bias().fill_(new Scalar(0f));
    }
    parameters.add(layer.weight());
    parameters.add(layer.bias());
    return layer;
  }

  @Override
  public List<Tensor> parameters() {
    return parameters;
  }

  @Override
  public Tensor encode(Tensor rows) {
    return through(encoder, rows);
  }

  @Override
  public Tensor mean(Tensor features) {
    return mean.forward(features);
  }

  @Override
  public Tensor logVariance(Tensor features) {
    return logVariance.forward(features);
  }

  @Override
  public Tensor decode(Tensor z) {
    return output.forward(through(decoder, z));
  }

  @Override
  public Tensor logDispersion() {
    return logDispersion;
  }

  private static Tensor through(List<LinearImpl> layers, Tensor input) {
    Tensor features = input;
    for (LinearImpl layer : layers) {
      features = layer.forward(features).relu();
    }
    return features;
  }
}
