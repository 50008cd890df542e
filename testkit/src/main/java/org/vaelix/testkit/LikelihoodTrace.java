package org.vaelix.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;

/** A likelihood in a fresh trace, its heads fed by inputs {@code head/<name>}. */
final class LikelihoodTrace {
  /** What a head says for one row. */
  @FunctionalInterface
  interface HeadValues {
    double[] of(Head head, RandomGenerator random);

    /** The head's bias with a normal scatter around it, as a decoder may say it. */
    static HeadValues scattered(double scale) {
      return (head, random) -> {
        double[] values = head.bias().values(head.shape(), random);
        return Arrays.stream(values).map(v -> v + scale * random.nextGaussian()).toArray();
      };
    }
  }

  final PartHarness harness;
  final Likelihood likelihood;
  final Conditions conditions;
  final Map<String, Tensor> heads = new LinkedHashMap<>();
  final ConditionalDistribution distribution;

  private LikelihoodTrace(
      PartHarness harness,
      Likelihood likelihood,
      Conditions conditions,
      Map<String, Tensor> heads,
      ConditionalDistribution distribution) {
    this.harness = harness;
    this.likelihood = likelihood;
    this.conditions = conditions;
    this.heads.putAll(heads);
    this.distribution = distribution;
  }

  /**
   * Traces a likelihood.
   *
   * @param contract whose likelihood it is
   * @param rows how many
   * @param draw which of the different sets of head values
   * @param alike whether all rows have the same head values
   * @param values of the heads
   */
  static LikelihoodTrace of(
      LikelihoodUnderTest contract, int rows, String draw, boolean alike, HeadValues values) {
    PartHarness harness = harness(contract.moments(), contract.declared());
    Likelihood likelihood = contract.create(harness.context().scope("likelihood"));
    Conditions conditions = contract.conditions(harness, rows, alike);
    Map<String, Tensor> heads = new LinkedHashMap<>();
    RandomGenerator random = harness.random("heads " + draw);
    for (Head head : likelihood.heads()) {
      double[] all = repeated(rows, alike, () -> values.of(head, random));
      heads.put(head.name(), harness.given("head/" + head.name(), head.shape().prepend(rows), all));
    }
    return new LikelihoodTrace(
        harness, likelihood, conditions, heads, likelihood.given(heads, conditions));
  }

  static PartHarness harness(Moments moments, List<Condition> declared) {
    return PartHarness.of(Shape.of(moments.mean().length), moments, declared, true);
  }

  private static double[] repeated(int rows, boolean alike, Supplier<double[]> row) {
    List<double[]> all = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      all.add(alike && r > 0 ? all.get(0) : row.get());
    }
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  ModelContext context() {
    return harness.context();
  }

  /** {@return an input of observations} */
  Tensor observations(double[][] rows) {
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return harness.given("values", Shape.of(rows.length, rows[0].length), flat);
  }

  /** {@return the names of everything a gradient may be taken with respect to} */
  List<String> variables() {
    List<String> names = new ArrayList<>();
    heads.keySet().forEach(name -> names.add("head/" + name));
    names.addAll(GradientCheck.parameters(harness.graph()));
    return names;
  }

  /** {@return the values of a tensor, stretched to (rows, values of an observation)} */
  double[] full(Tensor tensor) {
    Shape shape = context().eventShape().prepend(conditions.rows());
    return harness.values(tensor.broadcast(shape));
  }

  /** {@return the parameters of the only row, as {@link Likelihood#sample} wants them} */
  Map<String, double[]> parameters() {
    Map<String, double[]> values = new LinkedHashMap<>();
    distribution.parameters().forEach((name, tensor) -> values.put(name, full(tensor)));
    return values;
  }

  /** {@return values drawn for the only row, by value} */
  double[][] draws(int count) {
    Map<String, double[]> parameters = parameters();
    RandomGenerator random = harness.random("draws");
    double[] row = new double[context().eventShape().elements()];
    double[][] draws = new double[row.length][count];
    for (int i = 0; i < count; i++) {
      likelihood.sample(parameters, row, random);
      for (int j = 0; j < row.length; j++) {
        draws[j][i] = row[j];
      }
    }
    return draws;
  }
}
