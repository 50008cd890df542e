package org.vaelix.analysis.internal.decomposition;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Makes estimates of ln q(z) of the draws' densities, one draw after the other. */
final class Reading {
  private final Densities densities;
  private final Minibatches minibatches;
  private final int[] minibatchOf;
  private final double[] own;
  private final Map<Estimator, double[]> aggregate = new EnumMap<>(Estimator.class);
  private final Map<Estimator, double[][]> marginals = new EnumMap<>(Estimator.class);

  Reading(Densities densities, Minibatches minibatches) {
    this.densities = densities;
    this.minibatches = minibatches;
    this.minibatchOf = minibatches.ofRows(densities.count());
    this.own = new double[densities.count()];
    for (Estimator estimator : Estimator.values()) {
      aggregate.put(estimator, new double[densities.count()]);
      marginals.put(estimator, new double[densities.count()][]);
    }
  }

  /** {@return what each estimator says of the draws it sees, minibatch by minibatch} */
  Map<Estimator, LogDensities> all() {
    densities.read(this::read);
    double[] kl =
        Arrays.stream(densities.kl()).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    int[] dealt = Stream.of(minibatches.members()).flatMapToInt(Arrays::stream).toArray();
    Map<Estimator, LogDensities> all = new EnumMap<>(Estimator.class);
    for (Estimator estimator : Estimator.values()) {
      LogDensities logs =
          new LogDensities(
              own, aggregate.get(estimator), marginals.get(estimator), densities.prior(), kl);
      all.put(estimator, estimator == Estimator.ALL_ROWS ? logs : logs.only(dealt));
    }
    return all;
  }

  private void read(int draw, double[] joint, double[][] byDimension) {
    own[draw] = joint[draw];
    for (Estimator estimator : Estimator.values()) {
      aggregate.get(estimator)[draw] = estimate(estimator, joint, draw);
      marginals.get(estimator)[draw] =
          Stream.of(byDimension).mapToDouble(logs -> estimate(estimator, logs, draw)).toArray();
    }
  }

  /** NaN for a draw that is in no minibatch, which nobody asks for. */
  private double estimate(Estimator estimator, double[] logs, int draw) {
    if (estimator == Estimator.ALL_ROWS) {
      return estimator.logAggregate(logs, draw, logs.length);
    }
    if (minibatchOf[draw] < 0) {
      return Double.NaN;
    }
    int[] rows = minibatches.members()[minibatchOf[draw]];
    double[] seen = Arrays.stream(rows).mapToDouble(row -> logs[row]).toArray();
    int place = 0;
    while (rows[place] != draw) {
      place++;
    }
    return estimator.logAggregate(seen, place, logs.length);
  }
}
