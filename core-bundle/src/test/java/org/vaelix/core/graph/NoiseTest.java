package org.vaelix.core.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.vaelix.core.internal.reference.Normal;

/** Noise has the distribution it claims, and streams that should not be related are not. */
class NoiseTest {
  private static final int COUNT = 200_000;
  private static final long SEED = 42;
  private static final int STREAM = Noise.stream("prior/noise");

  /** The 0.999 quantile of √n · D for large n (Kolmogorov's distribution, scipy kstwobign). */
  private static final double KOLMOGOROV = 1.9495;

  private static double[] normal(long seed, long step, int stream, int count) {
    double[] values = new double[count];
    Noise.normal(seed, step, stream, values);
    return values;
  }

  private static double[] uniform(long seed, long step, int stream, int count) {
    double[] values = new double[count];
    Noise.uniform(seed, step, stream, values);
    return values;
  }

  private static double moment(double[] values, int power) {
    return DoubleStream.of(values).map(x -> Math.pow(x, power)).sum() / values.length;
  }

  private static double kolmogorov(double[] values, DoubleUnaryOperator distribution) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = distribution.applyAsDouble(sorted[i]);
      double below = p - i / (double) sorted.length;
      double above = (i + 1) / (double) sorted.length - p;
      largest = Math.max(largest, Math.max(below, above));
    }
    return largest * Math.sqrt(sorted.length);
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / Math.sqrt(moment(a, 2) * moment(b, 2)) / a.length;
  }

  /** Four standard errors of a mean over the values: √(variance/n). */
  private static void assertMoment(double expected, double variance, double[] values, int power) {
    assertEquals(expected, moment(values, power), 4 * Math.sqrt(variance / values.length));
  }

  @Test
  void normalNoiseHasTheMomentsOfTheNormalDistribution() {
    double[] values = normal(SEED, 7, STREAM, COUNT);
    assertMoment(0, 1, values, 1);
    assertMoment(1, 2, values, 2);
    assertMoment(0, 15, values, 3);
    assertMoment(3, 105 - 9, values, 4);
  }

  @Test
  void uniformNoiseHasTheMomentsOfTheUniformDistribution() {
    double[] values = uniform(SEED, 7, STREAM, COUNT);
    for (int power = 1; power <= 4; power++) {
      double mean = 1.0 / (power + 1);
      assertMoment(mean, 1.0 / (2 * power + 1) - mean * mean, values, power);
    }
  }

  @Test
  void noiseFollowsItsDistributionFunction() {
    assertTrue(kolmogorov(uniform(SEED, 1, STREAM, COUNT), u -> u) < KOLMOGOROV);
    assertTrue(kolmogorov(normal(SEED, 1, STREAM, COUNT), Normal::distribution) < KOLMOGOROV);
  }

  @Test
  void theSameElementOfManyStepsFollowsItToo() {
    double[] values = new double[COUNT / 10];
    for (int step = 0; step < values.length; step++) {
      values[step] = normal(SEED, step, STREAM, 1)[0];
    }
    assertTrue(kolmogorov(values, Normal::distribution) < KOLMOGOROV);
  }

  @Test
  void streamsStepsSeedsAndNeighboursAreIndependent() {
    double[] one = normal(SEED, 1, STREAM, COUNT);
    double[][] others = {
      normal(SEED + 1, 1, STREAM, COUNT),
      normal(SEED + (1L << 32), 1, STREAM, COUNT),
      normal(SEED, 2, STREAM, COUNT),
      normal(SEED, 1 + (1L << 32), STREAM, COUNT),
      normal(SEED, 1, STREAM + 1, COUNT),
      normal(1, SEED, STREAM, COUNT),
      Arrays.copyOfRange(normal(SEED, 1, STREAM, COUNT + 1), 1, COUNT + 1),
      Arrays.copyOfRange(normal(SEED, 1, STREAM, COUNT + 4), 4, COUNT + 4)
    };
    for (double[] other : others) {
      assertEquals(0, correlation(one, other), 4 / Math.sqrt(COUNT));
    }
  }

  @Test
  void anElementDoesNotDependOnTheLength() {
    double[] whole = normal(SEED, 3, STREAM, 23);
    double[] wholeUniform = uniform(SEED, 3, STREAM, 23);
    for (int length = 0; length <= 23; length++) {
      assertArrayEquals(Arrays.copyOf(whole, length), normal(SEED, 3, STREAM, length));
      assertArrayEquals(Arrays.copyOf(wholeUniform, length), uniform(SEED, 3, STREAM, length));
    }
  }

  @Test
  void theEndsOfTheUniformIntervalAreExcludedInFloatToo() {
    assertEquals(0x1p-24, Noise.uniform(0));
    assertEquals(1 - 0x1p-24, Noise.uniform(-1));
    assertEquals(Noise.uniform(-1), (float) Noise.uniform(-1));
  }

  @Test
  void aSecondNoiseOfTheSameNameGetsNumbersOfItsOwn() {
    Graph graph = new Graph();
    Attributes first = graph.normal("noise", Shape.of(2)).attributes();
    Attributes second = graph.normal("noise", Shape.of(2)).attributes();
    assertEquals(new Attributes.Stream("noise", Noise.stream("noise")), first);
    assertEquals(new Attributes.Stream("noise#2", Noise.stream("noise#2")), second);
    assertNotEquals(Noise.stream("noise"), Noise.stream("noise#2"));
  }
}
