package org.vaelix.core.internal.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Coded;
import org.vaelix.core.internal.data.Rows;

class MinibatchTest {
  private final HostArray source = HostArray.of(Shape.of(4, 2), 0, 1, 10, 11, 20, 21, 30, 31);

  @Test
  void takesRowsInTheGivenOrder() {
    Minibatch batch = new Minibatch(Rows.of(source), 2);

    batch.fill(new int[] {3, 1, 0}, 0, 2);

    assertArrayEquals(new double[] {30, 31, 10, 11}, batch.inputs().get(Tracer.VALUES).doubles());
    assertArrayEquals(new double[] {1, 1}, batch.weights().doubles());
  }

  @Test
  void fillsASmallerBatchUpWithRowsThatCountNothing() {
    Minibatch batch = new Minibatch(Rows.of(source), 3);

    batch.fill(new int[] {3, 1, 0}, 2, 3);

    assertArrayEquals(new double[] {0, 1, 0, 1, 0, 1}, batch.inputs().get(Tracer.VALUES).doubles());
    assertArrayEquals(new double[] {1, 0, 0}, batch.weights().doubles());
    assertArrayEquals(new int[] {0}, batch.rows());
  }

  @Test
  void meansCountEachRowOnce() {
    MeasureSums sums = new MeasureSums();
    HostArray pairs = HostArray.of(Shape.of(2, 2), 1, 10, 3, 30);
    sums.add(Map.of("kl", pairs), HostArray.of(Shape.of(2), 1, 1));
    HostArray last = HostArray.of(Shape.of(2, 2), 8, 80, Double.NaN, 5);
    sums.add(Map.of("kl", last), HostArray.of(Shape.of(2), 1, 0));

    assertArrayEquals(new double[] {4, 40}, sums.means().get("kl"));
    assertEquals(3, sums.weight());
  }

  @Test
  void conditionsComeWithTheirRows() {
    Coded level = new Coded(3, true, new double[] {2, 0, 1, 0});
    Coded pair = new Coded(2, false, new double[] {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5});
    Minibatch batch = new Minibatch(new Rows(source, Map.of("l", level, "p", pair), false), 2);

    batch.fill(new int[] {2, 0}, 0, 2);

    assertArrayEquals(
        new double[] {0, 1, 0, 0, 0, 1}, batch.inputs().get("condition/l").toDoubles());
    assertArrayEquals(new double[] {2, 2.5, 0, 0.5}, batch.inputs().get("condition/p").toDoubles());

    batch.fill(new int[] {1}, 0, 1);

    assertArrayEquals(
        new double[] {1, 0, 0, 1, 0, 0}, batch.inputs().get("condition/l").toDoubles());
  }

  @Test
  void whatIsMissingIsMaskedAndNoNaN() {
    HostArray gaps = HostArray.of(Shape.of(2, 2), 1, Double.NaN, Double.NaN, 4);
    Minibatch batch = new Minibatch(new Rows(gaps, Map.of(), true), 2);

    batch.fill(new int[] {1, 0}, 0, 2);

    assertArrayEquals(new double[] {0, 4, 1, 0}, batch.inputs().get(Tracer.VALUES).toDoubles());
    assertArrayEquals(new double[] {0, 1, 1, 0}, batch.inputs().get(Tracer.MASK).toDoubles());

    batch.fill(new int[] {0, 0}, 0, 2);

    assertArrayEquals(new double[] {1, 0, 1, 0}, batch.inputs().get(Tracer.MASK).toDoubles());
  }
}
