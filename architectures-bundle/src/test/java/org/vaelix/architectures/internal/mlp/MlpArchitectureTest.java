package org.vaelix.architectures.internal.mlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.mlp.MlpArchitecture.Config;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class MlpArchitectureTest {
  private static final Shape EVENT = Shape.of(2, 3);
  private final PartHarness harness = PartHarness.of(EVENT, 2);

  private Architecture mlp(Activation activation, Integer... hidden) {
    Config config = config(activation, WeightRule.FAN_IN_UNIFORM, hidden);
    return new MlpArchitecture().create(config, harness.context());
  }

  private static Config config(Activation activation, WeightRule rule, Integer... hidden) {
    Config d = new MlpArchitecture().defaults();
    return new Config(
        List.of(hidden),
        activation,
        d.normalisation(),
        d.groups(),
        d.momentum(),
        d.epsilon(),
        d.dropout(),
        d.residual(),
        d.injection(),
        rule);
  }

  @Test
  void theDecoderHasTheWidthsInReverse() {
    Architecture mlp = mlp(Activation.RELU, 7, 4);
    Tensor x = harness.given("x", EVENT.prepend(1), new double[6]);
    Tensor z = harness.given("z", Shape.of(1, 2), 0, 0);
    Conditions none = Conditions.none(1);
    mlp.encode(x, none, List.of(Head.of("mean", Shape.of(2))));
    mlp.decode(z, none, List.of(), List.of(Head.of("logRate", EVENT)));
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("encoder/dense0/weight", "(6, 7)");
    expected.put("encoder/dense0/bias", "(7,)");
    expected.put("encoder/dense1/weight", "(7, 4)");
    expected.put("encoder/dense1/bias", "(4,)");
    expected.put("encoder/mean/weight", "(4, 2)");
    expected.put("encoder/mean/bias", "(2,)");
    expected.put("decoder/dense0/weight", "(2, 4)");
    expected.put("decoder/dense0/bias", "(4,)");
    expected.put("decoder/dense1/weight", "(4, 7)");
    expected.put("decoder/dense1/bias", "(7,)");
    expected.put("decoder/logRate/weight", "(7, 6)");
    expected.put("decoder/logRate/bias", "(6,)");
    Map<String, String> found = new LinkedHashMap<>();
    harness.graph().variables().forEach(v -> found.put(v.name(), v.shape().toString()));
    assertEquals(expected, found);
  }

  @Test
  void aLayerIsWeightThenBiasThenActivation() {
    Architecture mlp = mlp(Activation.TANH, 1);
    Tensor z = harness.given("z", Shape.of(1, 2), 0.5, -1);
    Tensor out =
        mlp.decode(z, Conditions.none(1), List.of(), List.of(Head.of("mean", Shape.of(1))))
            .heads()
            .get("mean");
    harness.set("decoder/dense0/weight", 2, 3);
    harness.set("decoder/dense0/bias", 1.5);
    harness.set("decoder/mean/weight", -4);
    harness.set("decoder/mean/bias", 0.25);
    double expected = -4 * Math.tanh(0.5 * 2 - 3 + 1.5) + 0.25;
    assertArrayEquals(new double[] {expected}, harness.values(out), 1e-14);
  }

  @Test
  void conditionsEnterInTheOrderOfTheirNames() {
    Tensor z = harness.given("z", Shape.of(1, 2), 0, 0);
    Tensor a = harness.given("a", Shape.of(1, 1), 5);
    Tensor b = harness.given("b", Shape.of(1, 1), 7);
    Map<String, Tensor> columns = new LinkedHashMap<>();
    columns.put("b", b);
    columns.put("a", a);
    Conditions conditions = new Conditions(1, columns);
    Tensor out =
        mlp(Activation.RELU)
            .decode(z, conditions, List.of(), List.of(Head.of("mean", Shape.of(1))))
            .heads()
            .get("mean");
    harness.set("decoder/mean/weight", 0, 0, 100, 1);
    assertArrayEquals(new double[] {507}, harness.values(out), 1e-12);
  }

  @Test
  void aWidthOfZeroIsRefused() {
    OptionException e =
        assertThrows(
            OptionException.class, () -> config(Activation.RELU, WeightRule.HE_NORMAL, 128, 0));
    assertEquals("hidden", e.option());
  }

  /** The largest of many uniform numbers is close to its bound: which rule it was shows. */
  @Test
  void everyLayerStartsByTheChosenRule() {
    Config config = config(Activation.RELU, WeightRule.HE_UNIFORM, 100);
    Architecture mlp = new MlpArchitecture().create(config, harness.context());
    Tensor x = harness.given("x", EVENT.prepend(1), new double[6]);
    mlp.encode(x, Conditions.none(1), List.of(Head.of("mean", Shape.of(40))));
    assertEquals(Math.sqrt(6.0 / 6), largestFirst("encoder/dense0/weight"), 0.01);
    assertEquals(Math.sqrt(6.0 / 100), largestFirst("encoder/mean/weight"), 0.001);
    assertEquals(0, largestFirst("encoder/dense0/bias"));
  }

  private double largestFirst(String name) {
    return Arrays.stream(harness.values(harness.graph().variable(name).tensor()))
        .map(Math::abs)
        .max()
        .orElseThrow();
  }

  private static Config config(double dropout, boolean residual, Injection injection) {
    Config d = new MlpArchitecture().defaults();
    return new Config(
        List.of(3, 5),
        Activation.TANH,
        d.normalisation(),
        d.groups(),
        d.momentum(),
        d.epsilon(),
        dropout,
        residual,
        injection,
        d.initialiser());
  }

  private Map<String, String> decoderWeights(Config config) {
    Architecture mlp = new MlpArchitecture().create(config, harness.context());
    Tensor z = harness.given("z", Shape.of(1, 2), 0, 0);
    mlp.decode(z, Conditions.none(1), List.of(), List.of(Head.of("mean", Shape.of(1))));
    Map<String, String> found = new TreeMap<>();
    harness.graph().variables().forEach(v -> found.put(v.name(), v.shape().toString()));
    found.keySet().removeIf(name -> name.endsWith("/bias"));
    return found;
  }

  @Test
  void anInjectedZIsReadByEachLayerAndHeadOnce() {
    Map<String, String> expected = new TreeMap<>();
    expected.put("decoder/dense0/weight", "(2, 5)");
    expected.put("decoder/dense1/weight", "(7, 3)");
    expected.put("decoder/mean/weight", "(5, 1)");
    assertEquals(expected, decoderWeights(config(0, false, Injection.CONCATENATION)));
  }

  @Test
  void aResidualBlockProjectsWhereWidthsDiffer() {
    Map<String, String> expected = new TreeMap<>();
    expected.put("decoder/block0/dense0/weight", "(2, 5)");
    expected.put("decoder/block0/dense1/weight", "(5, 5)");
    expected.put("decoder/block0/shortcut/weight", "(2, 5)");
    expected.put("decoder/block1/dense0/weight", "(7, 3)");
    expected.put("decoder/block1/dense1/weight", "(3, 3)");
    expected.put("decoder/block1/shortcut/weight", "(5, 3)");
    expected.put("decoder/mean/weight", "(5, 1)");
    assertEquals(expected, decoderWeights(config(0, true, Injection.CONCATENATION)));
  }

  @Test
  void aResidualBlockOfZerosOnlyActivates() {
    DenseLayers layers = config(0, true, Injection.INPUT).layers(Conditions.none(1));
    Tensor x = harness.given("x", Shape.of(1, 2), 0.5, -2);
    Tensor result = layers.block(harness.context().scope("block"), x, x, 2);
    harness.set("block/dense1/weight", 0, 0, 0, 0);
    assertArrayEquals(new double[] {Math.tanh(0.5), Math.tanh(-2)}, harness.values(result), 1e-15);
  }

  /** Four standard deviations of a share of 10000: 4 √(0.3 · 0.7 / 10000) = 0.018. */
  @Test
  void dropoutLeavesOutAShareInTrainingOnly() {
    int width = 10_000;
    for (boolean training : new boolean[] {true, false}) {
      PartHarness fresh = PartHarness.of(EVENT, Moments.standard(6), training);
      DenseLayers layers = config(0.3, false, Injection.INPUT).layers(Conditions.none(1));
      Tensor x = fresh.given("x", Shape.of(1, 1), 0);
      Tensor result = layers.layer(fresh.context().scope("dense0"), x, width);
      double[] bias = new double[width];
      Arrays.fill(bias, 2);
      fresh.set("dense0/bias", bias);
      double[] found = fresh.values(result);
      double scale = training ? 1 / 0.7 : 1;
      double out = Arrays.stream(found).filter(v -> v == 0).count() / (double) width;
      assertEquals(training ? 0.3 : 0, out, training ? 0.018 : 0);
      assertEquals(Math.tanh(2) * scale, Arrays.stream(found).max().orElseThrow(), 1e-15);
    }
  }

  @Test
  void aDropoutOfAllIsRefused() {
    assertEquals(
        "dropout",
        assertThrows(OptionException.class, () -> config(1, false, Injection.INPUT)).option());
  }
}
