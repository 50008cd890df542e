package org.vaelix.likelihoods.internal;

import java.util.Arrays;
import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.Moments;
import org.vaelix.testkit.PartHarness;

/** Densities as plain numbers, for comparison with other tools. */
public final class Density {
  private Density() {}

  /** {@return ln p(value) of a likelihood with one head of one value} */
  public static <C extends Record> double of(
      LikelihoodFactory<C> factory, C config, double head, double value) {
    Shape single = Shape.of(1);
    PartHarness harness = PartHarness.of(single, Moments.standard(1), false);
    Likelihood likelihood = factory.create(config, harness.context());
    String name = likelihood.heads().get(0).name();
    Map<String, Tensor> heads = Map.of(name, harness.given("head", Shape.of(1, 1), head));
    Tensor x = harness.given("x", Shape.of(1, 1), value);
    return harness.values(likelihood.given(heads, Conditions.none(1)).logDensity(x))[0];
  }

  /** {@return the sum of ln p of all values under the null model} */
  public static <C extends Record> double ofNullModel(
      LikelihoodFactory<C> factory, C config, Moments moments, double[][] rows) {
    Shape event = Shape.of(rows[0].length);
    PartHarness harness = PartHarness.of(event, moments, false);
    Conditions conditions = Conditions.none(rows.length);
    ConditionalDistribution nullModel =
        factory.create(config, harness.context()).nullModel(moments, conditions);
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    Tensor x = harness.given("x", event.prepend(rows.length), flat);
    return Arrays.stream(harness.values(nullModel.logDensity(x))).sum();
  }
}
