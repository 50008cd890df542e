package org.vaelix.architectures.internal.convolutional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.convolutional.ConvolutionalArchitecture.Config;
import org.vaelix.architectures.internal.maps.Upsampling;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class ConvolutionalArchitectureTest {
  private static final Shape EVENT = Shape.of(1, 4, 8);
  private final PartHarness harness = PartHarness.of(EVENT, 2);

  private static Config config(List<Integer> channels, int blocks, Normalisation norm, int groups) {
    return new Config(
        channels,
        Downsampling.STRIDED,
        Upsampling.TRANSPOSED,
        blocks,
        true,
        Activation.TANH,
        norm,
        groups,
        0.1,
        1e-5,
        WeightRule.FAN_IN_UNIFORM);
  }

  @Test
  void theDecoderHasTheLevelsInReverse() {
    Config config = config(List.of(3, 5), 1, Normalisation.NONE, 1);
    Architecture made = new ConvolutionalArchitecture().create(config, harness.context());
    Tensor x = harness.given("x", EVENT.prepend(1), new double[32]);
    Tensor z = harness.given("z", Shape.of(1, 2), 0, 0);
    made.encode(x, Conditions.none(1), List.of(Head.of("mean", Shape.of(2))));
    made.decode(z, Conditions.none(1), List.of(), List.of(Head.of("logit", EVENT)));
    Map<String, String> found = new TreeMap<>();
    harness.graph().variables().forEach(v -> found.put(v.name(), v.shape().toString()));
    found.keySet().removeIf(name -> name.endsWith("/bias") || name.contains("conv1"));
    Map<String, String> expected = new TreeMap<>();
    expected.put("encoder/level0/down/weight", "(3, 1, 3, 3)");
    expected.put("encoder/level0/block0/conv0/weight", "(3, 3, 3, 3)");
    expected.put("encoder/level1/down/weight", "(5, 3, 3, 3)");
    expected.put("encoder/level1/block0/conv0/weight", "(5, 5, 3, 3)");
    expected.put("encoder/mean/weight", "(10, 2)");
    expected.put("decoder/coarsest/weight", "(2, 10)");
    expected.put("decoder/level1/block0/conv0/weight", "(5, 5, 3, 3)");
    expected.put("decoder/level1/up/weight", "(5, 3, 2, 2)");
    expected.put("decoder/level0/block0/conv0/weight", "(3, 3, 3, 3)");
    expected.put("decoder/level0/up/weight", "(3, 3, 2, 2)");
    expected.put("decoder/logit/weight", "(1, 3, 1, 1)");
    assertEquals(expected, found);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertRefused("channels", () -> config(List.of(), 0, Normalisation.NONE, 1));
    assertRefused("channels", () -> config(List.of(4, 0), 0, Normalisation.NONE, 1));
    assertRefused("blocks", () -> config(List.of(4), -1, Normalisation.NONE, 1));
    assertRefused("groups", () -> config(List.of(4, 6), 0, Normalisation.GROUP, 4));
    Config three = config(List.of(2, 2, 2), 0, Normalisation.NONE, 1);
    assertRefused(
        "channels", () -> new ConvolutionalArchitecture().create(three, harness.context()));
  }

  private static void assertRefused(String option, Runnable making) {
    assertEquals(option, assertThrows(OptionException.class, making::run).option());
  }
}
