package org.vaelix.data.internal.generate;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.random.Poisson;

/**
 * Draws conditions, rates and spikes.
 *
 * <p>The recipe is that of the LFADS benchmark (Lorenz states, standardised, read out at random
 * through an exponential, Poisson counts); its numbers are chosen here. A condition starts at a
 * random state on the attractor: standard normal numbers, followed for {@link #SETTLING} time
 * units. Six units of the system's time pass in a second, so that a trial of one second circles
 * about eight times. States, taken at each bin's start, are standardised over all conditions and
 * bins. A neuron's three readout weights have random signs and sizes uniform from ¼ to ¾, which
 * keeps rates below a few hundred per second. Truth: {@code states} (rows, …, 3) and {@code rates}
 * (rows, …, neurons) in events per second.
 */
final class LorenzSpikes {
  private static final String NAME = "lorenz-spikes";
  private static final double TIME_PER_SECOND = 6;
  private static final double LONGEST_STEP = 0.006;
  private static final double SETTLING = 10;

  private final LorenzSpikesData.Config config;
  private final long seed;

  LorenzSpikes(LorenzSpikesData.Config config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  Dataset generate() {
    double[] states = states();
    standardise(states);
    double[] rates = rates(states);
    int trials = config.conditions() * config.trialsPerCondition();
    double[] counts = new double[trials * config.bins() * config.neurons()];
    for (int trial = 0; trial < trials; trial++) {
      drawSpikes(rates, trial, counts);
    }
    return new Dataset(
        NAME,
        HostArray.of(shape(trials, config.neurons()), counts),
        columns(),
        1,
        groups(trials),
        Map.of(
            "rates", HostArray.of(shape(trials, config.neurons()), repeated(rates)),
            "states", HostArray.of(shape(trials, 3), repeated(states))));
  }

  /** {@return (conditions, bins, 3)} */
  private double[] states() {
    int bins = config.bins();
    double[] states = new double[config.conditions() * bins * 3];
    double binTime = config.binWidth() * TIME_PER_SECOND;
    int steps = (int) Math.ceil(binTime / LONGEST_STEP - 1e-9);
    for (int condition = 0; condition < config.conditions(); condition++) {
      NormalNumbers numbers = new NormalNumbers(random("initial", condition));
      Lorenz lorenz = new Lorenz(numbers.next(3));
      lorenz.advance(SETTLING, (int) Math.ceil(SETTLING / LONGEST_STEP));
      for (int bin = 0; bin < bins; bin++) {
        System.arraycopy(lorenz.state(), 0, states, (condition * bins + bin) * 3, 3);
        lorenz.advance(binTime, steps);
      }
    }
    return states;
  }

  /** Gives each of the three columns mean 0 and standard deviation 1. */
  private static void standardise(double[] states) {
    int count = states.length / 3;
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int i = axis; i < states.length; i += 3) {
        sum += states[i];
      }
      double mean = sum / count;
      double squares = 0;
      for (int i = axis; i < states.length; i += 3) {
        squares += (states[i] - mean) * (states[i] - mean);
      }
      // A single bin of a single condition has no spread.
      double deviation = squares > 0 ? Math.sqrt(squares / count) : 1;
      for (int i = axis; i < states.length; i += 3) {
        states[i] = (states[i] - mean) / deviation;
      }
    }
  }

  /** {@return (conditions, bins, neurons) in events per second} */
  private double[] rates(double[] states) {
    double[] weights = weights();
    int neurons = config.neurons();
    double[] rates = new double[states.length / 3 * neurons];
    for (int i = 0; i < rates.length; i++) {
      int state = i / neurons * 3;
      int weight = i % neurons * 3;
      double drive = 0;
      for (int axis = 0; axis < 3; axis++) {
        drive += weights[weight + axis] * states[state + axis];
      }
      rates[i] = config.baseRate() * StrictMath.exp(drive);
    }
    return rates;
  }

  /** {@return (neurons, 3)} */
  private double[] weights() {
    RandomGenerator random = random("readout", 0);
    double[] weights = new double[config.neurons() * 3];
    for (int i = 0; i < weights.length; i++) {
      double size = 0.25 + 0.5 * random.nextDouble();
      weights[i] = random.nextDouble() < 0.5 ? -size : size;
    }
    return weights;
  }

  private void drawSpikes(double[] rates, int trial, double[] counts) {
    RandomGenerator random = random("spikes", trial);
    int length = config.bins() * config.neurons();
    int from = trial / config.trialsPerCondition() * length;
    for (int i = 0; i < length; i++) {
      counts[trial * length + i] = Poisson.sample(rates[from + i] * config.binWidth(), random);
    }
  }

  /** {@return the values of each condition once for each of its trials} */
  private double[] repeated(double[] perCondition) {
    int times = config.trialsPerCondition();
    int length = perCondition.length / config.conditions();
    double[] perTrial = new double[perCondition.length * times];
    for (int trial = 0; trial < config.conditions() * times; trial++) {
      System.arraycopy(perCondition, trial / times * length, perTrial, trial * length, length);
    }
    return perTrial;
  }

  private boolean rowsAreBins() {
    return config.rows() == LorenzSpikesData.Rows.BINS;
  }

  private Shape shape(int trials, int width) {
    return rowsAreBins()
        ? Shape.of(trials * config.bins(), width)
        : Shape.of(trials, config.bins(), width);
  }

  private int[] groups(int trials) {
    int rows = rowsAreBins() ? trials * config.bins() : 0;
    return IntStream.range(0, rows).map(row -> row / config.bins()).toArray();
  }

  private List<String> columns() {
    int named = rowsAreBins() ? config.neurons() : 0;
    return IntStream.rangeClosed(1, named).mapToObj(n -> "neuron" + n).toList();
  }

  private RandomGenerator random(String purpose, long step) {
    return new PhiloxRandom(seed, NAME + "/" + purpose, step);
  }
}
