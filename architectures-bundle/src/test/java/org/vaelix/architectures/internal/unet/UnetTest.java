package org.vaelix.architectures.internal.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.maps.Pooling;
import org.vaelix.architectures.internal.maps.Upsampling;
import org.vaelix.architectures.internal.unet.UnetArchitecture.Config;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Moments;
import org.vaelix.testkit.PartHarness;

class UnetTest {
  private static final Shape EVENT = Shape.of(1, 4, 4);
  private static final List<Head> MEAN = List.of(Head.of("mean", Shape.of(1)));
  private static final List<Head> LOGIT = List.of(Head.of("logit", EVENT));
  private final PartHarness harness = PartHarness.of(EVENT, 1);

  private static Config config(Skip skip) {
    return new Config(
        1,
        List.of(1),
        Pooling.AVERAGE,
        Upsampling.TRANSPOSED,
        List.of(skip),
        0.02,
        0.25,
        2,
        Injection.BOTTLENECK,
        Activation.TANH,
        Normalisation.NONE,
        1,
        0.1,
        1e-5,
        WeightRule.FAN_IN_UNIFORM);
  }

  private Architecture unet(Skip skip) {
    return new UnetArchitecture().create(config(skip), harness.context());
  }

  private Encoding encode(Architecture unet) {
    double[] pixels = new double[16];
    Arrays.setAll(pixels, Math::cos);
    Tensor x = harness.given("x", EVENT.prepend(1), pixels);
    return unet.encode(x, Conditions.none(1), MEAN);
  }

  private Tensor decode(Architecture unet, Tensor z, List<Tensor> skips) {
    return unet.decode(z, Conditions.none(1), skips, LOGIT).heads().get("logit");
  }

  private Tensor z(double value) {
    return harness.given("z", Shape.of(1, 1), value);
  }

  @Test
  void variablesHaveTheNamesOfTheirLevels() {
    Architecture unet = unet(Skip.FILM);
    decode(unet, z(0), encode(unet).skips());
    Map<String, String> found = new TreeMap<>();
    harness.graph().variables().forEach(v -> found.put(v.name(), v.shape().toString()));
    found.keySet().removeIf(name -> name.endsWith("/bias"));
    Map<String, String> expected = new TreeMap<>();
    expected.put("encoder/level0/conv0/weight", "(1, 1, 3, 3)");
    expected.put("encoder/level0/conv1/weight", "(1, 1, 3, 3)");
    expected.put("encoder/bottleneck/conv0/weight", "(2, 1, 3, 3)");
    expected.put("encoder/bottleneck/conv1/weight", "(2, 2, 3, 3)");
    expected.put("encoder/mean/weight", "(8, 1)");
    expected.put("decoder/bottleneck/weight", "(1, 8)");
    expected.put("decoder/level0/up/weight", "(2, 1, 2, 2)");
    expected.put("decoder/level0/skip/gate/weight", "(1, 1)");
    expected.put("decoder/level0/skip/shift/weight", "(1, 1)");
    expected.put("decoder/level0/conv0/weight", "(1, 2, 3, 3)");
    expected.put("decoder/level0/conv1/weight", "(1, 1, 3, 3)");
    expected.put("decoder/logit/weight", "(1, 1, 1, 1)");
    assertEquals(expected, found);
  }

  /** Expected numbers: the same formulas with loops in NumPy 2 (numpy.einsum over windows). */
  @Test
  void computesWhatNumPyDoes() {
    Architecture unet = unet(Skip.FILM);
    Encoding encoding = encode(unet);
    Tensor z = z(0.7);
    Tensor with = decode(unet, z, encoding.skips());
    Tensor without = decode(unet, z, List.of());
    harness.graph().variables().forEach(this::setToSine);
    assertArrayEquals(
        new double[] {0.11687230536400267}, harness.values(encoding.heads().get("mean")), 1e-12);
    assertThree(0.02684980011056673, -0.6029554056905978, 0.5211952059673368, with);
    assertThree(-0.007416303795825058, -0.5918466050531437, 0.47007885335436206, without);
  }

  private void setToSine(Variable variable) {
    double[] values = new double[variable.shape().elements()];
    int phase = variable.name().chars().sum();
    Arrays.setAll(values, i -> 0.5 * Math.sin(i + phase));
    harness.set(variable.name(), values);
  }

  private void assertThree(double first, double second, double third, Tensor pixels) {
    double[] values = harness.values(pixels);
    double[] found = {values[0], values[5], values[14]};
    assertArrayEquals(new double[] {first, second, third}, found, 1e-12);
  }

  @Test
  void withoutAnInputASkipIsAsIfItWereZero() {
    for (Skip skip : List.of(Skip.PLAIN, Skip.FILM, Skip.DROPPED)) {
      PartHarness fresh = PartHarness.of(EVENT, 1);
      Architecture unet = new UnetArchitecture().create(config(skip), fresh.context());
      Tensor z = fresh.given("z", Shape.of(1, 1), 0.3);
      Tensor zeros = fresh.given("zeros", Shape.of(1, 1, 4, 4), new double[16]);
      double[] closed = fresh.values(decode(unet, z, List.of()));
      assertArrayEquals(closed, fresh.values(decode(unet, z, List.of(zeros))), 1e-14);
    }
  }

  @Test
  void gatesStartAsFarOpenAsAsked() {
    Tensor skip = harness.given("skip", Shape.of(1, 1, 4, 4), new double[16]);
    Skips skips = new Skips(config(Skip.FILM), null, harness.context(), z(0), Optional.empty());
    double[] ones = new double[16];
    Arrays.fill(ones, 1);
    Tensor one = harness.given("one", Shape.of(1, 1, 4, 4), ones);
    Tensor opened = skips.open(0, Optional.of(one), skip).part().orElseThrow().maps().orElseThrow();
    double[] expected = new double[16];
    Arrays.fill(expected, 0.02);
    assertArrayEquals(expected, harness.values(opened), 1e-15);
  }

  /** A plain skip carries the input into the reconstruction; a gated one starts nearly closed. */
  @Test
  void aGatedSkipHardlyContributesAtFirst() {
    assertTrue(contribution(Skip.FILM) < 0.05 * contribution(Skip.PLAIN));
  }

  /** How far the input moves the result through the skip, of the same weights. */
  private static double contribution(Skip skip) {
    PartHarness fresh = PartHarness.of(EVENT, 1);
    Architecture unet = new UnetArchitecture().create(config(skip), fresh.context());
    Tensor z = fresh.given("z", Shape.of(1, 1), 0.5);
    double[] numbers = new double[16];
    Arrays.setAll(numbers, i -> Math.sin(i + 1));
    Tensor maps = fresh.given("maps", Shape.of(1, 1, 4, 4), numbers);
    List<Head> heads = LOGIT;
    Conditions none = Conditions.none(1);
    double[] open = fresh.values(unet.decode(z, none, List.of(maps), heads).heads().get("logit"));
    double[] closed = fresh.values(unet.decode(z, none, List.of(), heads).heads().get("logit"));
    double sum = 0;
    for (int i = 0; i < open.length; i++) {
      sum += Math.abs(open[i] - closed[i]);
    }
    return sum;
  }

  @Test
  void skipsAreLeftOutForAQuarterOfTheRowsInTraining() {
    int rows = 4000;
    for (Skip skip : List.of(Skip.FILM, Skip.DROPPED)) {
      PartHarness training = PartHarness.of(EVENT, Moments.standard(16), true);
      Architecture unet = new UnetArchitecture().create(config(skip), training.context());
      double[] ones = new double[rows * 16];
      Arrays.fill(ones, 1);
      Tensor maps = training.given("maps", Shape.of(rows, 1, 4, 4), ones);
      Tensor z = training.given("z", Shape.of(rows, 1), new double[rows]);
      Tensor logits =
          unet.decode(z, Conditions.none(rows), List.of(maps), LOGIT).heads().get("logit");
      double[] first = training.values(logits.range(2, 0, 1).range(3, 0, 1));
      double[] levels = Arrays.stream(first).sorted().distinct().toArray();
      assertEquals(2, levels.length, "rows differ by nothing but their skips");
      long few = Arrays.stream(first).filter(v -> v == levels[0]).count();
      // Four standard deviations: 4 √(0.25 · 0.75 · 4000) = 110.
      assertEquals(0.25 * rows, Math.min(few, rows - few), 110);
    }
  }

  /** KL(N(0.5, 0.25) ‖ N(0, 1)) = (0.25 + 0.25 − ln 0.25 − 1) / 2 at each of 2 · 16 places. */
  @Test
  void aVariationalSkipHasAKlOfItsOwn() {
    Architecture unet = unet(Skip.VARIATIONAL);
    Encoding encoding = encode(unet);
    Decoding decoding = unet.decode(z(0.3), Conditions.none(1), encoding.skips(), LOGIT);
    harness.set("decoder/level0/skip/mean/weight", 0, 0);
    harness.set("decoder/level0/skip/mean/bias", 0.5, 0.5);
    harness.set("decoder/level0/skip/logVariance/weight", 0, 0);
    harness.set("decoder/level0/skip/logVariance/bias", Math.log(0.25), Math.log(0.25));
    double expected = 32 * 0.5 * (0.25 + 0.25 - Math.log(0.25) - 1);
    Tensor kl = decoding.kl().orElseThrow();
    assertEquals(Shape.of(1, 1), kl.shape());
    assertArrayEquals(new double[] {expected}, harness.values(kl), 1e-4);
  }
}
