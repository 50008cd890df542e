package org.vaelix.likelihoods.internal.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Moments;

/**
 * Some of the columns of rows, in order. There is no operation that gathers; columns that stand
 * side by side, as most do, are taken as one slice.
 *
 * @param numbers of the columns, from 0, increasing
 * @param count how many columns there are in all
 */
record Columns(int[] numbers, int count) {
  Shape eventShape() {
    return Shape.of(numbers.length);
  }

  /** {@return these of (rows, all columns)} */
  Tensor of(Tensor rows) {
    List<Tensor> slices = new ArrayList<>();
    for (int[] run : runs()) {
      slices.add(rows.range(1, run[0], run[1]));
    }
    return joined(rows.graph(), slices);
  }

  private static Tensor joined(Graph graph, List<Tensor> slices) {
    return slices.size() == 1 ? slices.get(0) : graph.concat(1, slices);
  }

  Batch of(Batch batch) {
    return new Batch(
        of(batch.values()), batch.weights(), batch.mask().map(this::of), batch.conditions());
  }

  double[] of(double[] row) {
    return Arrays.stream(numbers).mapToDouble(column -> row[column]).toArray();
  }

  Moments of(Moments moments) {
    List<String> names = moments.columns();
    return new Moments(
        moments.rows(),
        of(moments.mean()),
        of(moments.variance()),
        of(moments.zeros()),
        names.isEmpty() ? names : Arrays.stream(numbers).mapToObj(names::get).toList());
  }

  /** Puts the numbers of these columns where they belong in a row. */
  void put(double[] own, double[] row) {
    for (int i = 0; i < numbers.length; i++) {
      row[numbers[i]] = own[i];
    }
  }

  /** {@return (rows, all columns) with 0 in the columns that are not these} */
  Tensor spread(Tensor own) {
    List<Tensor> slices = new ArrayList<>();
    int done = 0;
    int taken = 0;
    for (int[] run : runs()) {
      zeros(own, run[0] - done, slices);
      int width = run[1] - run[0];
      slices.add(own.range(1, taken, taken + width));
      taken += width;
      done = run[1];
    }
    zeros(own, count - done, slices);
    return joined(own.graph(), slices);
  }

  private static void zeros(Tensor own, int width, List<Tensor> slices) {
    if (width > 0) {
      Shape shape = Shape.of(own.shape().size(0), width);
      slices.add(own.graph().constant(0).broadcast(shape));
    }
  }

  /** From and to of columns that stand side by side. */
  private List<int[]> runs() {
    List<int[]> runs = new ArrayList<>();
    for (int column : numbers) {
      int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last[1] == column) {
        last[1] = column + 1;
      } else {
        runs.add(new int[] {column, column + 1});
      }
    }
    return runs;
  }
}
