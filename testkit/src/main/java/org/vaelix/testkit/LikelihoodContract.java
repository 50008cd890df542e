package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.testkit.LikelihoodTrace.HeadValues;

/**
 * What every {@link Likelihood} must do. Extended by its author's test, once for each set of
 * options worth testing. Everything is computed on the reference backend and repeatable.
 */
public abstract class LikelihoodContract extends LikelihoodUnderTest {
  private static final int DRAWS = 20_000;
  private static final double[] OFTEN_WRONG = {Double.NaN, Double.POSITIVE_INFINITY};

  /** For authors' tests to extend. */
  protected LikelihoodContract() {}

  @Test
  @DisplayName("the density sums to one, and has the mean and variance that it says")
  void isNormalised() {
    assumeTrue(measure() != Measure.SCORE, "a score is not normalised");
    for (String draw : List.of("a", "b", "c")) {
      LikelihoodTrace one = LikelihoodTrace.of(this, 1, draw, true, HeadValues.scattered(0.7));
      double[] mean = one.full(one.distribution.mean());
      double[] variance = one.full(one.distribution.variance());
      for (int j = 0; j < mean.length; j++) {
        checkSums(draw, j, mean[j], variance[j]);
      }
    }
  }

  private void checkSums(String draw, int j, double mean, double variance) {
    double[] points = points(mean, Math.sqrt(variance));
    double cell = measure() == Measure.MASS ? 1 : points[1] - points[0];
    double[] density = densities(draw, j, points);
    double mass = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < points.length; i++) {
      mass += density[i] * cell;
      first += density[i] * cell * points[i];
      second += density[i] * cell * (points[i] - mean) * (points[i] - mean);
    }
    assertEquals(1, mass, tolerance(), "sum of the density of value " + j);
    assertEquals(mean, first, tolerance() * Math.max(1, Math.abs(mean)), "mean of value " + j);
    assertEquals(variance, second, tolerance() * Math.max(1, variance), "variance of value " + j);
  }

  private double[] points(double mean, double deviation) {
    double low = mean - reach() * deviation;
    double high = mean + reach() * deviation;
    if (measure() == Measure.MASS) {
      double first = Math.floor(low);
      // A mean near 0 has a tail that its deviation does not tell of.
      return DoubleStream.iterate(first, n -> n <= high + 30, n -> n + 1).toArray();
    }
    int count = 8001;
    double step = (high - low) / (count - 1);
    return DoubleStream.iterate(low, x -> x + step).limit(count).toArray();
  }

  /** The density at each point of one value; 0 outside of the support. */
  private double[] densities(String draw, int j, double[] points) {
    HeadValues heads = HeadValues.scattered(0.7);
    LikelihoodTrace trace = LikelihoodTrace.of(this, points.length, draw, true, heads);
    Support support = trace.likelihood.support(j);
    double[][] rows = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      rows[i] = trainingRows()[0].clone();
      rows[i][j] = support.contains(points[i]) ? points[i] : rows[i][j];
    }
    double[] all = trace.full(trace.distribution.logDensity(trace.observations(rows)));
    double[] column = Statistics.column(all, rows[0].length, j);
    Arrays.setAll(column, i -> support.contains(points[i]) ? Math.exp(column[i]) : 0);
    return column;
  }

  @Test
  @DisplayName("draws are admitted and have the mean and variance that the distribution says")
  void drawsHaveMeanAndVariance() {
    LikelihoodTrace one = LikelihoodTrace.of(this, 1, "a", true, HeadValues.scattered(0.7));
    double[] mean = one.full(one.distribution.mean());
    double[] variance = one.full(one.distribution.variance());
    double[][] draws = one.draws(DRAWS);
    for (int j = 0; j < mean.length; j++) {
      double[] ofValue = draws[j];
      assertTrue(Arrays.stream(ofValue).allMatch(one.likelihood.support(j)::contains));
      Statistics.assertMean("mean of value " + j, mean[j], ofValue);
      Statistics.assertVariance("variance of value " + j, mean[j], variance[j], ofValue);
    }
  }

  @Test
  @DisplayName("gradients with respect to heads and own parameters agree with differences")
  void gradients() {
    double[][] rows = trainingRows();
    LikelihoodTrace trace =
        LikelihoodTrace.of(this, rows.length, "a", false, HeadValues.scattered(0.7));
    Tensor density = trace.distribution.logDensity(trace.observations(rows));
    GradientCheck.verify(trace.harness, density.sum(), trace.variables());
  }

  @Test
  @DisplayName("other backends on the class path agree with the reference")
  void otherBackendsAgree() {
    double[][] rows = trainingRows();
    LikelihoodTrace trace =
        LikelihoodTrace.of(this, rows.length, "a", false, HeadValues.scattered(0.7));
    Tensor x = trace.observations(rows);
    Tensor ofNullModel = trace.likelihood.nullModel(moments(), trace.conditions).logDensity(x);
    List<Tensor> tensors =
        List.of(
            trace.distribution.logDensity(x),
            trace.distribution.mean(),
            trace.distribution.variance(),
            ofNullModel);
    BackendAgreement.verify(trace.harness, tensors, trace.variables(), backendTolerance());
  }

  @Test
  @DisplayName("masked values and rows of weight 0 contribute nothing, nor does their gradient")
  void maskedValuesAndUnweightedRows() {
    double[][] rows = trainingRows();
    int values = rows[0].length;
    LikelihoodTrace trace =
        LikelihoodTrace.of(this, rows.length, "a", false, HeadValues.scattered(0.7));
    Shape shape = Shape.of(rows.length, values);
    double[] observed = new double[rows.length * values];
    Arrays.fill(observed, 1);
    observed[values] = 0;
    double[] weights = new double[rows.length];
    Arrays.fill(weights, 1, rows.length, 1);
    Tensor x = trace.observations(rows);
    Batch batch =
        new Batch(
            x,
            trace.harness.given("weights", Shape.of(rows.length), weights),
            Optional.of(trace.harness.given("mask", shape, observed)),
            trace.conditions);
    Tensor perRow = batch.sumOverEvent(trace.distribution.logDensity(x));
    double expected = expectedSum(trace, rows, observed);
    assertEquals(
        expected,
        trace.harness.values(perRow.multiply(batch.weights()).sum())[0],
        1e-9 * Math.max(1, Math.abs(expected)));
    MaskedValue.checkNoGradient(trace, perRow.multiply(batch.weights()).sum(), values);
  }

  @Test
  @DisplayName("what stands in the place of a masked value changes neither loss nor gradient")
  void whatStandsInAMaskedValueDoesNotMatter() {
    assumeFalse(seesWholeRows(), "what stands in one value is seen by the others");
    double[][] rows = trainingRows();
    double[] own = MaskedValue.lossAndGradients(this, rows);
    rows[1][0] = moments().mean()[0]; // what a model puts there
    assertArrayEquals(own, MaskedValue.lossAndGradients(this, rows), "the training mean there");
    for (double[] other : trainingRows()) {
      rows[1][0] = other[0];
      assertArrayEquals(own, MaskedValue.lossAndGradients(this, rows), "another row's value there");
    }
  }

  private double expectedSum(LikelihoodTrace trace, double[][] rows, double[] observed) {
    double[] density =
        trace.full(trace.distribution.logDensity(trace.harness.graph().inputs().get("values")));
    double sum = 0;
    for (int i = rows[0].length; i < density.length; i++) {
      sum += observed[i] * density[i];
    }
    return sum;
  }

  @Test
  @DisplayName(
      "several draws of z for each row: blocks of rows are scored like the rows themselves")
  void severalSamples() {
    double[][] rows = trainingRows();
    LikelihoodTrace trace =
        LikelihoodTrace.of(this, rows.length, "a", false, HeadValues.scattered(0.7));
    Tensor x = trace.observations(rows);
    Map<String, Tensor> repeated = new LinkedHashMap<>();
    trace.heads.forEach((name, head) -> repeated.put(name, Functions.repeatRows(head, 3)));
    Tensor many =
        trace
            .likelihood
            .given(repeated, trace.conditions.repeat(3))
            .logDensity(Functions.repeatRows(x, 3));
    double[] once = trace.full(trace.distribution.logDensity(x));
    double[] thrice = trace.harness.values(many);
    for (int block = 0; block < 3; block++) {
      int from = block * once.length;
      assertArrayEquals(once, Arrays.copyOfRange(thrice, from, from + once.length), 1e-12);
    }
  }

  @Test
  @DisplayName("whatever a network says, the density and its gradient fit into single precision")
  void extremeHeads() {
    double[][] rows = trainingRows();
    for (double extreme : new double[] {-1000, -100, 100, 1000}) {
      for (boolean mixed : new boolean[] {false, true}) {
        LikelihoodTrace trace =
            LikelihoodTrace.of(
                this,
                rows.length,
                "extreme",
                false,
                (head, random) -> ExtremeHeads.of(head.shape().elements(), extreme, mixed));
        Tensor density = trace.distribution.logDensity(trace.observations(rows));
        ExtremeHeads.check(trace, density, extreme);
      }
    }
  }

  @Test
  @DisplayName("the support admits the training rows and refuses what does not belong there")
  void support() {
    LikelihoodTrace trace = LikelihoodTrace.of(this, 1, "a", true, HeadValues.scattered(0));
    for (int j = 0; j < trainingRows()[0].length; j++) {
      Support support = trace.likelihood.support(j);
      for (double[] row : trainingRows()) {
        assertTrue(support.contains(row[j]));
      }
      DoubleStream.concat(Arrays.stream(OFTEN_WRONG), Arrays.stream(outOfSupport()))
          .forEach(value -> assertFalse(support.contains(value), () -> "admits " + value));
      assertFalse(support.description().isBlank());
    }
    for (double[] row : trainingRows()) {
      assertEquals(Optional.empty(), trace.likelihood.conflict(row));
    }
  }

  @Test
  @DisplayName("no other constant mean explains the training rows better than the null model")
  void nullModelIsBest() {
    Moments best = moments();
    double score = nullScore(best);
    for (double share : new double[] {-0.1, 0.1}) {
      double[] moved = best.mean().clone();
      Arrays.setAll(moved, j -> moved[j] + share * Math.sqrt(best.variance()[j]));
      double other =
          nullScore(new Moments(best.rows(), moved, best.variance(), best.zeros(), best.columns()));
      assertTrue(score > other, () -> "mean moved: " + other + " beats " + score);
    }
  }

  private double nullScore(Moments moments) {
    double[][] rows = trainingRows();
    LikelihoodTrace trace =
        LikelihoodTrace.of(this, rows.length, "a", false, HeadValues.scattered(0));
    Tensor density =
        trace.likelihood.nullModel(moments, trace.conditions).logDensity(trace.observations(rows));
    return Arrays.stream(trace.full(density)).sum();
  }

  @Test
  @DisplayName("encoders read finite numbers, as many as there are, of a mask's fillings too")
  void encoderInput() {
    double[][] rows = trainingRows();
    rows[0] = moments().mean();
    rows[1][0] = -1;
    LikelihoodTrace trace =
        LikelihoodTrace.of(this, rows.length, "a", true, HeadValues.scattered(0));
    Tensor x = trace.observations(rows);
    Tensor read = trace.likelihood.encoderInput(x);
    assertEquals(x.shape(), read.shape());
    ExtremeHeads.assertSinglePrecision("encoder input", trace.harness.values(read));
  }

  @Test
  @DisplayName("heads have names of their own and biases that fill them")
  void heads() {
    LikelihoodTrace trace = LikelihoodTrace.of(this, 1, "a", true, HeadValues.scattered(0));
    var heads = trace.likelihood.heads();
    assertFalse(heads.isEmpty());
    assertEquals(heads.size(), heads.stream().map(h -> h.name()).distinct().count());
    heads.forEach(
        head -> {
          double[] bias = head.bias().values(head.shape(), trace.harness.random("bias"));
          assertEquals(head.shape().elements(), bias.length);
          ExtremeHeads.assertSinglePrecision("bias of head " + head.name(), bias);
        });
  }
}
