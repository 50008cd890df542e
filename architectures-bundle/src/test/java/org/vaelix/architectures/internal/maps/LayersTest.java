package org.vaelix.architectures.internal.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.Normaliser;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.testkit.PartHarness;

class LayersTest {
  private static final Shape IMAGE = Shape.of(2, 4, 6);
  private static final Shape TRACE = Shape.of(6, 2);

  private final PartHarness harness = PartHarness.of(IMAGE, 1);

  private static Layers layers(Shape event, Normalisation normalisation) {
    return new Layers(
        Grid.of(event),
        Activation.TANH,
        new Normaliser(normalisation, 2, 0.1, 1e-5),
        WeightRule.FAN_IN_UNIFORM,
        Optional.empty());
  }

  private Tensor random(String name, int... sizes) {
    Shape shape = Shape.of(sizes);
    return harness.given(
        name, shape, harness.random(name).doubles(shape.elements(), -1, 1).toArray());
  }

  @Test
  void mapsSideBySideAreConvolvedAsIfTheyWereJoined() {
    Layers layers = layers(IMAGE, Normalisation.NONE);
    Tensor a = random("a", 3, 2, 4, 6);
    Tensor b = random("b", 3, 1, 4, 6);
    Tensor joined = harness.graph().concat(1, List.of(a, b));
    Tensor apart = layers.block(harness.context(), List.of(Part.of(a), Part.of(b)), 2);
    Tensor together = layers.block(harness.context(), List.of(Part.of(joined)), 2);
    assertArrayEquals(harness.values(together), harness.values(apart), 1e-14);
  }

  @Test
  void groupsHaveMeanZeroAndVarianceOneBeforeTheActivation() {
    Layers layers = layers(IMAGE, Normalisation.GROUP);
    Tensor maps = layers.block(harness.context(), List.of(Part.of(random("a", 2, 2, 4, 6))), 4);
    double[] values = harness.values(maps);
    int group = 2 * 4 * 6;
    for (int start = 0; start < values.length; start += group) {
      // The activation is undone.
      double[] before =
          Arrays.stream(values, start, start + group)
              .map(v -> 0.5 * Math.log((1 + v) / (1 - v)))
              .toArray();
      double mean = Arrays.stream(before).average().orElseThrow();
      double variance = Arrays.stream(before).map(v -> v * v).average().orElseThrow();
      assertEquals(0, mean, 1e-9);
      assertEquals(1, variance, 1e-2);
    }
  }

  @Test
  void aTransposedConvolutionSpreadsEachValueOverFour() {
    Layers layers = layers(IMAGE, Normalisation.NONE);
    Tensor maps = harness.given("maps", Shape.of(1, 1, 1, 2), 2, 3);
    Tensor up = layers.up(harness.context().scope("up"), maps, 1, Upsampling.TRANSPOSED);
    harness.set("up/weight", 1, 10, 100, 1000);
    harness.set("up/bias", 0.5);
    assertEquals(Shape.of(1, 1, 2, 4), up.shape());
    assertArrayEquals(
        new double[] {2.5, 20.5, 3.5, 30.5, 200.5, 2000.5, 300.5, 3000.5}, harness.values(up));
  }

  /** Weights that pick the middle: a stride of 2 takes every second place, from the first. */
  @Test
  void aStrideTakesEverySecondPlace() {
    Layers layers = layers(IMAGE, Normalisation.NONE);
    Tensor maps = harness.given("maps", Shape.of(1, 1, 2, 4), 0.1, 0.2, 0.3, 0.4, 5, 6, 7, 8);
    Tensor half = layers.strided(harness.context().scope("down"), List.of(Part.of(maps)), 1);
    harness.set("down/weight", 0, 0, 0, 0, 1, 0, 0, 0, 0);
    assertEquals(Shape.of(1, 1, 1, 2), half.shape());
    assertArrayEquals(new double[] {Math.tanh(0.1), Math.tanh(0.3)}, harness.values(half), 1e-15);
  }

  @Test
  void aResidualBlockWithoutWeightsOnlyActivates() {
    Layers layers = layers(IMAGE, Normalisation.NONE);
    Tensor maps = harness.given("maps", Shape.of(1, 1, 1, 2), 0.5, -2);
    Tensor result = layers.residual(harness.context().scope("block"), maps);
    harness.set("block/conv1/weight", new double[9]);
    assertArrayEquals(new double[] {Math.tanh(0.5), Math.tanh(-2)}, harness.values(result), 1e-15);
  }

  @Test
  void tracesAreHalvedAndDoubledAlongTheirBinsOnly() {
    Layers layers = layers(TRACE, Normalisation.NONE);
    Tensor maps = layers.grid().maps(random("trace", 3, 6, 2));
    assertEquals(Shape.of(3, 2, 1, 6), maps.shape());
    for (Pooling pooling : Pooling.values()) {
      assertEquals(Shape.of(3, 2, 1, 3), pooling.apply(maps, layers.grid()).shape());
    }
    for (Upsampling upsampling : Upsampling.values()) {
      Tensor up = layers.up(harness.context().scope(upsampling.name()), maps, 5, upsampling);
      assertEquals(Shape.of(3, 5, 1, 12), up.shape());
    }
  }

  @Test
  void poolingTakesTheMeanOrTheLargestOfFour() {
    Tensor maps = harness.given("maps", Shape.of(1, 1, 2, 4), 1, 2, 5, 6, 3, 10, 7, -8);
    Grid grid = Grid.of(IMAGE);
    assertArrayEquals(new double[] {4, 2.5}, harness.values(Pooling.AVERAGE.apply(maps, grid)));
    assertArrayEquals(new double[] {10, 7}, harness.values(Pooling.MAX.apply(maps, grid)));
  }

  /** Bins lie along the maps, so a feature's numbers in the head come from one map. */
  @Test
  void headsOfTracesHaveTheShapeOfTraces() {
    Grid grid = Grid.of(Shape.of(3, 2));
    Tensor maps = harness.given("maps", Shape.of(1, 2, 1, 3), 1, 2, 3, 4, 5, 6);
    assertArrayEquals(
        new double[] {1, 4, 2, 5, 3, 6}, harness.values(grid.values(maps, Shape.of(3, 2))));
    Tensor more =
        harness.given("more", Shape.of(1, 4, 1, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    Tensor two = grid.values(more, Shape.of(2, 3, 2));
    assertEquals(Shape.of(1, 2, 3, 2), two.shape());
    assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12}, harness.values(two));
  }

  @Test
  void aHeadOfAnotherShapeIsLinearInTheMeanOfEachMap() {
    Tensor maps = harness.given("maps", Shape.of(1, 2, 1, 2), 1, 3, 10, 30);
    Map<String, Tensor> heads =
        MapHeads.of(
            harness.context(),
            layers(IMAGE, Normalisation.NONE),
            maps,
            List.of(Head.of("k", Shape.of(1))));
    harness.set("k/weight", 1, 0.1);
    harness.set("k/bias", 0.25);
    assertArrayEquals(new double[] {2 + 2 + 0.25}, harness.values(heads.get("k")), 1e-12);
  }
}
