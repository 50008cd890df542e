package org.vaelix.benchmarks.deeplearning4j;

import java.io.IOException;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.vaelix.benchmarks.contestant.Server;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.contestant.Trainer;
import org.vaelix.benchmarks.workload.Likelihood;
import org.vaelix.benchmarks.workload.Rows;

/**
 * Trains Deeplearning4j's layer {@code VariationalAutoencoder}, which knows normal, exponential and
 * Bernoulli reconstructions and neither Poisson nor negative binomial ones.
 */
public final class LayerContestant implements Trainer {
  private final Clock clock = new Clock();
  private final Batches batches;
  private final MultiLayerNetwork network;

  private LayerContestant(Settings settings) throws IOException {
    if (settings.likelihood() != Likelihood.BERNOULLI) {
      throw new IllegalArgumentException("the layer cannot express " + settings.likelihood());
    }
    Rows rows = settings.rows();
    batches = new Batches(rows, settings.number("batch"));
    network = new MultiLayerNetwork(configuration(rows, settings));
    network.init();
    network
        .getLayer(0)
        .getParam("pXZb")
        .assign(Nd4j.createFromArray(rows.decoderBiases(Likelihood.BERNOULLI)));
    network.setListeners(new Listener(clock));
  }

  private static MultiLayerConfiguration configuration(Rows rows, Settings settings) {
    int[] encoder = settings.hidden().stream().mapToInt(Integer::intValue).toArray();
    int[] decoder = new int[encoder.length];
    for (int i = 0; i < encoder.length; i++) {
      decoder[i] = encoder[encoder.length - 1 - i];
    }
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(1e-3))
        .weightInit(WeightInit.RELU)
        .list()
        .layer(
            new VariationalAutoencoder.Builder()
                .nIn(rows.features())
                .nOut(settings.number("latent"))
                .encoderLayerSizes(encoder)
                .decoderLayerSizes(decoder)
                .activation(Activation.RELU)
                .pzxActivationFunction(Activation.IDENTITY)
                .reconstructionDistribution(
                    new BernoulliReconstructionDistribution(Activation.SIGMOID))
                .numSamples(1)
                .build())
        .build();
  }

  /**
   * Serves.
   *
   * @param arguments see {@link Settings}
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Server.serve(arguments, LayerContestant::new);
  }

  @Override
  public long parameters() {
    return network.numParams();
  }

  @Override
  public String description() {
    return "layer VariationalAutoencoder, Deeplearning4j 1.0.0-M2.1 native";
  }

  @Override
  public double run(long[] nanoseconds) {
    batches.allow(nanoseconds.length);
    clock.start(nanoseconds);
    network.pretrainLayer(0, batches);
    return clock.meanLoss();
  }

  private static final class Listener extends BaseTrainingListener {
    private final Clock clock;

    Listener(Clock clock) {
      this.clock = clock;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      clock.stepDone(model.score());
    }
  }
}
