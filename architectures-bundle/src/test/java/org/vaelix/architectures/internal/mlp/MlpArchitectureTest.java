package org.vaelix.architectures.internal.mlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.mlp.MlpArchitecture.Config;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class MlpArchitectureTest {
  private static final Shape EVENT = Shape.of(2, 3);
  private final PartHarness harness = PartHarness.of(EVENT, 2);

  private Architecture mlp(Activation activation, Integer... hidden) {
    return new MlpArchitecture()
        .create(
            new Config(List.of(hidden), activation, WeightRule.FAN_IN_UNIFORM), harness.context());
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
            OptionException.class,
            () -> new Config(List.of(128, 0), Activation.RELU, WeightRule.HE_NORMAL));
    assertEquals("hidden", e.option());
  }

  /** The largest of many uniform numbers is close to its bound: which rule it was shows. */
  @Test
  void everyLayerStartsByTheChosenRule() {
    Config config = new Config(List.of(100), Activation.RELU, WeightRule.HE_UNIFORM);
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
}
