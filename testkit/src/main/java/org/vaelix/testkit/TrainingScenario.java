package org.vaelix.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.random.Poisson;

/**
 * A whole training run in one graph, written out so that it depends on no part: a small variational
 * autoencoder of Poisson counts with its noise, its gradients and an adaptive optimiser.
 */
final class TrainingScenario {
  static final int STEPS = 60;
  private static final int ROWS = 16;
  private static final int VALUES = 12;
  private static final int HIDDEN = 10;
  private static final int LATENT = 3;
  private static final String LOSS = "loss";
  private static final String COUNTS = "counts";

  private final Graph graph = new Graph();

  TrainingScenario() {
    Tensor x = graph.input(COUNTS, Shape.of(ROWS, VALUES));
    // Logarithms keep tanh from levelling off, where 1 − tanh² has no digit left in single
    // precision.
    Tensor h = dense("encoder", x.log1p(), HIDDEN).tanh();
    Tensor mean = dense("mean", h, LATENT);
    Tensor logVariance = dense("logVariance", h, LATENT);
    Tensor noise = graph.normal("noise", Shape.of(ROWS, LATENT));
    Tensor z = mean.add(logVariance.multiply(0.5).exp().multiply(noise));
    Tensor logRate = dense("logRate", dense("decoder", z, HIDDEN).softplus(), VALUES);
    Tensor fit = x.multiply(logRate).subtract(logRate.exp()).subtract(x.add(1).lgamma()).sum(1);
    Tensor spread = mean.square().add(logVariance.exp()).subtract(logVariance).subtract(1);
    Tensor loss = spread.sum(1).multiply(0.5).subtract(fit).mean();
    graph.output(LOSS, loss);
    List<Variable> variables = List.copyOf(graph.variables());
    List<Tensor> gradients = Gradients.of(loss, variables.stream().map(Variable::tensor).toList());
    for (int i = 0; i < variables.size(); i++) {
      update(variables.get(i), gradients.get(i));
    }
  }

  private Tensor dense(String name, Tensor x, int outputs) {
    int inputs = x.shape().size(1);
    double bound = 1 / Math.sqrt(inputs);
    Tensor weight =
        graph.parameter(
            name + "/weight",
            Shape.of(inputs, outputs),
            (shape, random) -> random.doubles(shape.elements(), -bound, bound).toArray());
    Tensor bias = graph.parameter(name + "/bias", Shape.of(outputs), TrainingScenario::zeros);
    return x.matmul(weight).add(bias);
  }

  private static double[] zeros(Shape shape, RandomGenerator random) {
    return new double[shape.elements()];
  }

  /** A step scaled by the gradient's running size; the 0.01 keeps signs of tiny ones quiet. */
  private void update(Variable variable, Tensor gradient) {
    Tensor before =
        graph.state("size/" + variable.name(), variable.shape(), TrainingScenario::zeros);
    Tensor size = before.multiply(0.9).add(gradient.square().multiply(0.1));
    graph.update(before, size);
    Tensor step = gradient.divide(size.sqrt().add(0.01)).multiply(0.01);
    graph.update(variable.tensor(), variable.tensor().subtract(step));
  }

  Graph graph() {
    return graph;
  }

  /** {@return the losses of all steps and the final values of all variables} */
  Map<String, double[]> run(Program program, long seed) {
    for (Variable v : graph.variables()) {
      PhiloxRandom random = new PhiloxRandom(seed, v.name(), 0);
      double[] first = v.initialiser().values(v.shape(), random);
      program.write(v.name(), HostArray.of(v.shape(), first));
    }
    double[] losses = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      Map<String, HostArray> inputs = Map.of(COUNTS, counts(seed, step));
      losses[step] = program.run(seed, step, inputs).get(LOSS).get(0);
    }
    Map<String, double[]> results = new LinkedHashMap<>();
    results.put(LOSS, losses);
    graph.variables().forEach(v -> results.put(v.name(), program.read(v.name()).toDoubles()));
    return results;
  }

  private static HostArray counts(long seed, int step) {
    PhiloxRandom random = new PhiloxRandom(seed, "counts", step);
    float[] counts = new float[ROWS * VALUES];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (float) Poisson.sample(1 + i % VALUES, random);
    }
    return HostArray.of(Shape.of(ROWS, VALUES), counts);
  }
}
