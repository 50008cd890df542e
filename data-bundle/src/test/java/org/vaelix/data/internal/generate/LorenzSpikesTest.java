package org.vaelix.data.internal.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.OptionException;
import org.vaelix.data.internal.generate.LorenzSpikesData.Config;
import org.vaelix.data.internal.generate.LorenzSpikesData.Rows;

class LorenzSpikesTest {
  private static final Config SMALL = new Config(2, 2, 3, 3, 0.01, 50, Rows.BINS, Optional.empty());
  private static final Config LARGE =
      new Config(20, 10, 100, 30, 0.01, 5, Rows.BINS, Optional.empty());

  private static Dataset generate(Config config, long seed) {
    return new LorenzSpikesData().create(config).read(new DataSource.Context(Path.of("."), seed));
  }

  private static double[] truth(Dataset data, String name) {
    return data.truth().get(name).toDoubles();
  }

  /** An independent program in Python (Philox and Poisson inversion written anew, NumPy 2.4.6). */
  @Test
  void agreesWithAnIndependentProgram() {
    Dataset data = generate(SMALL, 7);
    double[] rates = {
      26.262459238483544, 50.26220926748468, 17.17257054187596,
      17.996687093070125, 66.23589246353562, 9.066851962928428,
      16.184131075614633, 59.26371091335996, 7.773192726821045
    };
    assertArrayEquals(rates, Arrays.copyOf(truth(data, "rates"), 9), 1e-8);
    double[] counts = {1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 2, 1, 1, 3, 0, 0, 0, 0};
    assertArrayEquals(counts, Arrays.copyOf(data.values().doubles(), 18));
  }

  @Test
  void binsOfATrialFormAGroup() {
    Dataset data = generate(SMALL, 7);
    assertEquals(Shape.of(12, 3), data.values().shape());
    assertEquals(Shape.of(12, 3), data.truth().get("rates").shape());
    assertEquals(Shape.of(12, 3), data.truth().get("states").shape());
    assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}, data.groups());
    assertEquals("lorenz-spikes, row 2, column 'neuron3'", data.place(1, 2));
  }

  @Test
  void trialsHoldTheSameNumbers() {
    Config config = new Config(2, 2, 3, 3, 0.01, 50, Rows.TRIALS, Optional.empty());
    Dataset trials = generate(config, 7);
    Dataset bins = generate(SMALL, 7);
    assertEquals(Shape.of(4, 3, 3), trials.values().shape());
    assertEquals(Shape.of(4, 3, 3), trials.truth().get("states").shape());
    assertEquals(0, trials.groups().length);
    assertArrayEquals(bins.values().doubles(), trials.values().doubles());
    assertArrayEquals(truth(bins, "rates"), truth(trials, "rates"));
  }

  @Test
  void repeatsOfAConditionShareRatesButNotSpikes() {
    Dataset data = generate(LARGE, 1);
    int trial = 100 * 30;
    double[] rates = truth(data, "rates");
    double[] counts = data.values().doubles();
    assertTrue(Arrays.equals(rates, 0, trial, rates, trial, 2 * trial));
    assertFalse(Arrays.equals(counts, 0, trial, counts, trial, 2 * trial));
    assertFalse(Arrays.equals(rates, 9 * trial, 10 * trial, rates, 10 * trial, 11 * trial));
  }

  @Test
  void statesAreStandardised() {
    double[] states = truth(generate(LARGE, 1), "states");
    for (int axis = 0; axis < 3; axis++) {
      int offset = axis;
      double[] column =
          IntStream.range(0, states.length / 3).mapToDouble(i -> states[3 * i + offset]).toArray();
      double mean = Arrays.stream(column).average().orElseThrow();
      double square = Arrays.stream(column).map(s -> s * s).average().orElseThrow();
      assertEquals(0, mean, 1e-12);
      assertEquals(1, square, 1e-12);
    }
  }

  /**
   * A Poisson count k of mean m has E (k − m)² / m = 1 with variance 2 + 1/m, and Σ k has variance
   * Σ m: both averages must lie within four standard deviations.
   */
  @Test
  void countsAreAsDispersedAsTheirRatesSay() {
    Dataset data = generate(LARGE, 1);
    double[] rates = truth(data, "rates");
    double[] counts = data.values().doubles();
    double dispersion = 0;
    double variance = 0;
    double excess = 0;
    double expected = 0;
    for (int i = 0; i < counts.length; i++) {
      double mean = rates[i] * 0.01;
      dispersion += (counts[i] - mean) * (counts[i] - mean) / mean;
      variance += 2 + 1 / mean;
      excess += counts[i] - mean;
      expected += mean;
    }
    assertEquals(counts.length, dispersion, 4 * Math.sqrt(variance));
    assertEquals(0, excess, 4 * Math.sqrt(expected));
  }

  /** Three bins give a neuron's weights; log rate must follow them in all others. */
  @Test
  void logRatesAreLinearInTheStates() {
    Dataset data = generate(LARGE, 1);
    double[] states = truth(data, "states");
    double[] rates = truth(data, "rates");
    int[] bins = {0, 30, 60};
    for (int neuron = 0; neuron < 30; neuron++) {
      double[] weights = solve(states, rates, bins, neuron);
      for (double weight : weights) {
        assertTrue(Math.abs(weight) >= 0.25 - 1e-9 && Math.abs(weight) <= 0.75 + 1e-9);
      }
      for (int bin = 0; bin < 20_000; bin += 7) {
        double drive =
            weights[0] * states[3 * bin]
                + weights[1] * states[3 * bin + 1]
                + weights[2] * states[3 * bin + 2];
        assertEquals(Math.log(rates[bin * 30 + neuron] / 5), drive, 1e-9);
      }
    }
  }

  /** Cramer's rule. */
  private static double[] solve(double[] states, double[] rates, int[] bins, int neuron) {
    double[][] rows = new double[3][];
    double[] right = new double[3];
    for (int i = 0; i < 3; i++) {
      rows[i] = Arrays.copyOfRange(states, 3 * bins[i], 3 * bins[i] + 3);
      right[i] = Math.log(rates[bins[i] * 30 + neuron] / 5);
    }
    double[] weights = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double[][] replaced = {rows[0].clone(), rows[1].clone(), rows[2].clone()};
      for (int i = 0; i < 3; i++) {
        replaced[i][axis] = right[i];
      }
      weights[axis] = determinant(replaced) / determinant(rows);
    }
    return weights;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  @Test
  void theSeedDecides() {
    Config own = new Config(2, 2, 3, 3, 0.01, 50, Rows.BINS, Optional.of(7L));
    assertArrayEquals(generate(SMALL, 7).values().doubles(), generate(own, 99).values().doubles());
    assertFalse(
        Arrays.equals(truth(generate(SMALL, 7), "rates"), truth(generate(SMALL, 8), "rates")));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals("conditions", refused(0, 1, 1, 1, 0.01, 5));
    assertEquals("trialsPerCondition", refused(1, 0, 1, 1, 0.01, 5));
    assertEquals("bins", refused(1, 1, 0, 1, 0.01, 5));
    assertEquals("neurons", refused(1, 1, 1, 0, 0.01, 5));
    assertEquals("binWidth", refused(1, 1, 1, 1, 0, 5));
    assertEquals("binWidth", refused(1, 1, 1, 1, 10, 5));
    assertEquals("baseRate", refused(1, 1, 1, 1, 0.01, -5));
    assertEquals("conditions", refused(100_000, 1000, 100, 1, 0.01, 5));
  }

  private static String refused(
      int conditions, int trials, int bins, int neurons, double width, double rate) {
    return assertThrows(
            OptionException.class,
            () ->
                new Config(
                    conditions, trials, bins, neurons, width, rate, Rows.BINS, Optional.empty()))
        .option();
  }
}
