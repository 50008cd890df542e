package org.vaelix.benchmarks.deeplearning4j;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.workload.Likelihood;
import org.vaelix.benchmarks.workload.Rows;

/**
 * The model in SameDiff. Products and sums are written out, because {@code sd.nn.linear} has wrong
 * gradients in 1.0.0-M2.1. The negative binomial cannot be written: {@code Lgamma} has no gradient.
 */
final class Formulas {
  static final String VALUES = "values";
  static final String LOSS = "loss";
  static final String MINIMISED = "minimised";

  private final SameDiff graph = SameDiff.create();
  private final Rows rows;
  private final Settings settings;

  Formulas(Rows rows, Settings settings) {
    this.rows = rows;
    this.settings = settings;
    build(settings.number("batch"));
  }

  SameDiff graph() {
    return graph;
  }

  private void build(int batch) {
    SDVariable values = graph.placeHolder(VALUES, DataType.FLOAT, batch, rows.features());
    List<Integer> hidden = settings.hidden();
    int latent = settings.number("latent");
    int width = rows.features();
    SDVariable features = values;
    for (int i = 0; i < hidden.size(); i++) {
      features = rectified("encoder" + i, features, width, hidden.get(i));
      width = hidden.get(i);
    }
    SDVariable mean = linear("mean", features, width, Nd4j.zeros(DataType.FLOAT, latent));
    SDVariable logVariance =
        linear("logVariance", features, width, Nd4j.zeros(DataType.FLOAT, latent));
    SDVariable noise = graph.random().normal(0, 1, DataType.FLOAT, batch, latent);
    SDVariable decoded = graph.math().exp(logVariance.mul(0.5)).mul(noise).add(mean);
    width = latent;
    for (int i = hidden.size() - 1; i >= 0; i--) {
      decoded = rectified("decoder" + i, decoded, width, hidden.get(i));
      width = hidden.get(i);
    }
    INDArray biases = Nd4j.createFromArray(rows.decoderBiases(settings.likelihood()));
    SDVariable output = linear("output", decoded, width, biases);
    SDVariable kl =
        logVariance.add(1).sub(mean.mul(mean)).sub(graph.math().exp(logVariance)).sum().mul(-0.5);
    SDVariable loss = negativeLogLikelihood(output, values).sum().add(kl).div(LOSS, batch);
    // A sum's gradient does not need its value, and what no gradient needs is not computed.
    loss.mul(MINIMISED, graph.constant(1f));
    graph.setLossVariables(MINIMISED);
  }

  private SDVariable negativeLogLikelihood(SDVariable output, SDVariable values) {
    if (settings.likelihood() == Likelihood.BERNOULLI) {
      return graph.nn().softplus(output).sub(output.mul(values));
    }
    return graph.math().exp(output).sub(output.mul(values));
  }

  /** N(0, 2 / inputs), He et al. 2015. */
  private SDVariable rectified(String name, SDVariable x, int inputs, int outputs) {
    INDArray weight = Nd4j.randn(DataType.FLOAT, inputs, outputs).muli(Math.sqrt(2.0 / inputs));
    INDArray bias = Nd4j.zeros(DataType.FLOAT, outputs);
    return graph.nn().relu(dense(name, x, weight, bias), 0);
  }

  /** U(−a, a) with a = √(6 / (inputs + outputs)), Glorot and Bengio 2010. */
  private SDVariable linear(String name, SDVariable x, int inputs, INDArray bias) {
    double bound = Math.sqrt(6.0 / (inputs + bias.length()));
    INDArray weight = Nd4j.rand(DataType.FLOAT, inputs, bias.length()).muli(2 * bound).subi(bound);
    return dense(name, x, weight, bias);
  }

  private SDVariable dense(String name, SDVariable x, INDArray weight, INDArray bias) {
    return x.mmul(graph.var(name + "/weight", weight)).add(graph.var(name + "/bias", bias));
  }
}
