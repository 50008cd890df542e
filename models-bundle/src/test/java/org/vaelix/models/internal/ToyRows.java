package org.vaelix.models.internal;

import java.util.Arrays;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Moments;
import org.vaelix.testkit.PartHarness;

/** Two rows of three values. */
public final class ToyRows {
  public static final int ROWS = 2;
  public static final Shape EVENT = Shape.of(3);
  public static final double[] VALUES = {0.5, -1, 2, 1.5, 0.3, -0.7};
  public static final Moments MOMENTS =
      new Moments(2, new double[] {1, -0.35, 0.65}, new double[] {0.25, 0.4225, 1.8225});

  private ToyRows() {}

  public static PartHarness harness(boolean training) {
    return PartHarness.of(EVENT, MOMENTS, training);
  }

  public static Batch batch(PartHarness harness) {
    return batch(harness, VALUES, Optional.empty());
  }

  /** {@return rows of which some values were not observed; these are NaN} */
  public static Batch masked(PartHarness harness, double... mask) {
    double[] values = VALUES.clone();
    Arrays.setAll(values, i -> mask[i] == 0 ? Double.NaN : values[i]);
    Tensor observed = harness.given("mask", EVENT.prepend(ROWS), mask);
    return batch(harness, values, Optional.of(observed));
  }

  private static Batch batch(PartHarness harness, double[] values, Optional<Tensor> mask) {
    Tensor x = harness.given("values", EVENT.prepend(ROWS), values);
    Tensor weights = harness.given("weights", Shape.of(ROWS), 1, 1);
    return new Batch(x, weights, mask, Conditions.none(ROWS));
  }
}
