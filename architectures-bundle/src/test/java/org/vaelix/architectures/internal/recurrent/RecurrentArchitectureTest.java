package org.vaelix.architectures.internal.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.recurrent.RecurrentArchitecture.Config;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class RecurrentArchitectureTest {
  private static final Shape EVENT = Shape.of(4, 3);
  private static final int ROWS = 2;

  private static Config config(int perBin, double coordinatedDropout) {
    return new Config(
        3, 5, Optional.of(2), true, perBin, 0, coordinatedDropout, WeightRule.LECUN_NORMAL);
  }

  private static Tensor given(PartHarness harness, String name, Shape shape) {
    double[] numbers = harness.random(name).doubles(shape.elements(), -1, 1).toArray();
    return harness.given(name, shape, numbers);
  }

  private static Architecture create(Config config, PartHarness harness) {
    return new RecurrentArchitecture().create(config, harness.context());
  }

  private static double[] gradient(PartHarness harness, Tensor of, Tensor with) {
    return harness.values(Gradients.of(of.sum(), List.of(with)).get(0));
  }

  private static List<Integer> touched(double[] gradient, int width) {
    return IntStream.range(0, gradient.length)
        .filter(i -> gradient[i] != 0)
        .map(i -> i / width)
        .distinct()
        .boxed()
        .toList();
  }

  /**
   * Two steps of a unit whose weights are those below: expected values from Python, with numpy
   * imported as np and s = lambda a: 1 / (1 + np.exp(-a)): U = np.arange(12).reshape(2, 6) / 10 -
   * 0.5; W = np.arange(6).reshape(1, 6) / 5 - 0.4; b = np.array([1, 1, 1, 1, 0, 0]); h =
   * np.array([0.3, -0.6]), then for x in (0.7, -1.2): a = x * W[0] + b; r = s(a[:2] + h @ U[:,
   * :2]); u = s(a[2:4] + h @ U[:, 2:4]); c = np.tanh(a[4:] + r * (h @ U[:, 4:])); h = u * h + (1 -
   * u) * c
   */
  @Test
  void stepsAreThoseOfTheFormula() {
    PartHarness harness = PartHarness.of(EVENT, 2);
    ModelContext context = harness.context();
    Gru gru =
        new Gru(
            gates(context, Shape.of(2, 6), i -> i / 10.0 - 0.5),
            gates(context, Shape.of(6), i -> i < 4 ? 1.0 : 0.0),
            gates(context, Shape.of(1, 6), i -> i / 5.0 - 0.4));
    Tensor state = context.graph().constant(Shape.of(1, 2), 0.3, -0.6);
    for (double x : new double[] {0.7, -1.2}) {
      state = gru.next(state, Optional.of(context.graph().constant(Shape.of(1, 1), x)));
    }
    assertArrayEquals(EXPECTED, harness.values(state), 1e-12);
  }

  private static final double[] EXPECTED = {-0.015404646763330171, -0.4880282718217569};

  private interface Numbers {
    double at(int index);
  }

  private static List<Tensor> gates(ModelContext context, Shape shape, Numbers numbers) {
    double[] values = IntStream.range(0, shape.elements()).mapToDouble(numbers::at).toArray();
    Tensor all = context.graph().constant(shape, values);
    return List.of(all.range(-1, 0, 2), all.range(-1, 2, 4), all.range(-1, 4, 6));
  }

  @Test
  void aBinDependsOnTheInputsUpToIt() {
    PartHarness harness = PartHarness.of(EVENT, 6);
    Tensor z = given(harness, "z", Shape.of(ROWS, 6));
    Tensor rate =
        create(config(1, 0), harness)
            .decode(z, Conditions.none(ROWS), List.of(), List.of(Head.of("rate", EVENT)))
            .heads()
            .get("rate");
    double[] gradient = gradient(harness, rate.range(0, 0, 1).range(1, 1, 2), z);
    // Two numbers of the initial condition, then one for each of the first two bins.
    assertEquals(List.of(0, 1, 2, 3), touched(gradient, 1));
  }

  @Test
  void whatIsSaidOfABinComesFromAllBinsAndWhatIsSaidOfOthersWithTheSameWeights() {
    PartHarness harness = PartHarness.of(EVENT, 5);
    Architecture architecture = create(config(1, 0), harness);
    Tensor values = given(harness, "values", EVENT.prepend(ROWS));
    Tensor mean =
        architecture
            .encode(values, Conditions.none(ROWS), List.of(Head.of("mean", Shape.of(5))))
            .heads()
            .get("mean");
    assertEquals(Shape.of(ROWS, 5), mean.shape());
    double[] gradient = gradient(harness, mean.range(0, 0, 1).range(1, 3, 4), values);
    assertEquals(List.of(0, 1, 2, 3), touched(gradient, 3));
    assertEquals(
        Shape.of(6, 1), harness.graph().variable("encoder/mean/perBin/weight").tensor().shape());
    assertEquals(
        Shape.of(6, 1), harness.graph().variable("encoder/mean/initial/weight").tensor().shape());
  }

  @Test
  void aHeadOfAnotherShapeIsToldByTheLastStates() {
    PartHarness harness = PartHarness.of(EVENT, 5);
    Tensor values = given(harness, "values", EVENT.prepend(ROWS));
    Map<String, Tensor> heads =
        create(config(1, 0), harness)
            .encode(values, Conditions.none(ROWS), List.of(Head.of("context", Shape.of(7))))
            .heads();
    assertEquals(Shape.of(ROWS, 7), heads.get("context").shape());
  }

  @Test
  void biasesAreTheSameInAllBinsAndStartAtTheMeanOverThem() {
    PartHarness harness = PartHarness.of(Shape.of(2, 3), 2);
    Head rate = Head.of("rate", Shape.of(2, 3), new double[] {1, 2, 3, 5, 8, 13});
    create(config(0, 0), harness)
        .decode(
            given(harness, "z", Shape.of(ROWS, 2)),
            Conditions.none(ROWS),
            List.of(),
            List.of(rate));
    Tensor bias = harness.graph().variable("decoder/rate/bias").tensor();
    assertArrayEquals(new double[] {3, 5, 8}, harness.values(bias), 1e-12);
  }

  @Test
  void factorsHaveWeightsOfLengthOne() {
    PartHarness harness = PartHarness.of(EVENT, 2);
    ModelContext context = harness.context();
    Config config = config(0, 0);
    Sequence sequence = new Sequence(EVENT);
    Generator generator = new Generator(config, sequence, context);
    Tensor factors =
        generator.factors(given(harness, "z", Shape.of(ROWS, 2)), Conditions.none(ROWS));
    Tensor weight = harness.graph().variable("factors/weight").tensor();
    double[] before = harness.values(factors);
    // Scaling the variable must not change what comes out: only directions count.
    double[] directions = harness.values(weight);
    double length =
        Math.sqrt(Stream.of(0, 2, 4, 6, 8).mapToDouble(i -> square(directions[i])).sum());
    assertTrue(Math.abs(length - 1) > 1e-3, "the variable itself has another length");
    double[] along = gradient(harness, factors.square(), weight);
    double sum = IntStream.range(0, 10).mapToDouble(i -> along[i] * directions[i]).sum();
    assertEquals(0, sum, 1e-9 * Arrays.stream(before).map(Math::abs).sum());
  }

  private static double square(double x) {
    return x * x;
  }

  @Test
  void coordinatedDropoutLearnsFromHiddenValuesOnly() {
    PartHarness harness = PartHarness.of(EVENT, Moments.standard(EVENT.elements()), true);
    Config config = config(0, 0.5);
    Architecture architecture =
        new RecurrentArchitecture().create(config, harness.context().withLatentSize(2));
    Tensor values = given(harness, "values", EVENT.prepend(ROWS));
    Encoding encoding =
        architecture.encode(values, Conditions.none(ROWS), List.of(Head.of("mean", Shape.of(2))));
    Tensor seen = encoding.skips().get(0);
    double[] read = gradient(harness, encoding.heads().get("mean"), values);
    double[] mask = harness.values(seen);
    for (int i = 0; i < mask.length; i++) {
      assertEquals(mask[i] == 1, read[i] != 0, "the encoder reads what it may see, at " + i);
    }

    Head rate = Head.of("rate", EVENT);
    Head both = Head.of("both", EVENT.prepend(2));
    Head pooled = Head.of("pooled", Shape.of(2));
    Map<String, Tensor> heads =
        architecture
            .decode(
                given(harness, "z", Shape.of(ROWS, 2)),
                Conditions.none(ROWS),
                encoding.skips(),
                List.of(rate, both, pooled))
            .heads();
    Tensor weight = harness.graph().variable("decoder/rate/bias").tensor();
    double hidden = Arrays.stream(mask).filter(m -> m == 0).count();
    assertTrue(hidden > 0 && hidden < mask.length);
    assertEquals(hidden, Arrays.stream(gradient(harness, heads.get("rate"), weight)).sum(), 1e-9);
    Tensor twice = harness.graph().variable("decoder/both/bias").tensor();
    assertEquals(
        2 * hidden, Arrays.stream(gradient(harness, heads.get("both"), twice)).sum(), 1e-9);
    Tensor whole = harness.graph().variable("decoder/pooled/bias").tensor();
    assertArrayEquals(
        new double[] {ROWS, ROWS}, gradient(harness, heads.get("pooled"), whole), 1e-9);
  }

  @Test
  void outsideOfTrainingNothingIsHiddenAndNothingDropped() {
    PartHarness harness = PartHarness.of(EVENT, 2);
    Config config = new Config(3, 5, Optional.of(2), true, 0, 0.9, 0.9, WeightRule.LECUN_NORMAL);
    Tensor values = given(harness, "values", EVENT.prepend(ROWS));
    Encoding encoding =
        create(config, harness)
            .encode(values, Conditions.none(ROWS), List.of(Head.of("mean", Shape.of(2))));
    assertTrue(encoding.skips().isEmpty());
    double[] read = gradient(harness, encoding.heads().get("mean"), values);
    assertTrue(Arrays.stream(read).allMatch(g -> g != 0));
  }

  @Test
  void refusesObservationsThatAreNoSequences() {
    for (Shape event : List.of(Shape.of(12), Shape.of(1, 3, 4))) {
      PartHarness harness = PartHarness.of(event, 2);
      OptionException e = assertThrows(OptionException.class, () -> create(config(0, 0), harness));
      assertTrue(e.getMessage().contains("recurrent networks need sequences (bins, features)"));
      assertTrue(e.getMessage().contains("observations are " + event));
    }
  }

  @Test
  void refusesALatentSpaceWithoutRoomForAnInitialCondition() {
    PartHarness harness = PartHarness.of(EVENT, 8);
    OptionException e = assertThrows(OptionException.class, () -> create(config(2, 0), harness));
    assertEquals("perBin", e.option());
    assertTrue(
        e.getMessage()
            .contains(
                "needs 4 bins × 2 latent variables and at least 1 for the initial condition, and"
                    + " the model has 8; set /model/latent to 9 or more"),
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "encoder, 0, 1, 1, 0, 0, 0",
    "generator, 1, 0, 1, 0, 0, 0",
    "factors, 1, 1, 0, 0, 0, 0",
    "perBin, 1, 1, 1, -1, 0, 0",
    "dropout, 1, 1, 1, 0, 1, 0",
    "coordinatedDropout, 1, 1, 1, 0, 0, -0.1"
  })
  void refusesOptionsOutOfRange(
      String option,
      int encoder,
      int generator,
      int factors,
      int perBin,
      double dropout,
      double coordinatedDropout) {
    OptionException e =
        assertThrows(
            OptionException.class,
            () ->
                new Config(
                    encoder,
                    generator,
                    Optional.of(factors),
                    true,
                    perBin,
                    dropout,
                    coordinatedDropout,
                    WeightRule.LECUN_NORMAL));
    assertEquals(option, e.option());
  }
}
