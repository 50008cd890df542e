package org.vaelix.architectures.internal.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.part.Check;

/**
 * Observations (bins, features) as steps in time.
 *
 * @param event the shape of an observation
 */
record Sequence(Shape event) {
  /** Checks that there are steps. */
  Sequence {
    Check.that(
        event.rank() == 2,
        "type",
        "recurrent networks need sequences (bins, features), and observations are "
            + event
            + "; set /preprocess/shape, such as [100, 60], or take the architecture 'mlp'");
  }

  int bins() {
    return event.size(0);
  }

  int features() {
    return event.size(1);
  }

  /**
   * {@return (rows, bins, k) as bins of (rows, k) each, in their order}
   *
   * @param x (rows, bins, k)
   */
  List<Tensor> steps(Tensor x) {
    int rows = x.shape().size(0);
    int width = x.shape().size(2);
    // In time's order first, so that each step lies in one piece.
    Tensor inTime = x.transpose(1, 0, 2);
    return IntStream.range(0, bins())
        .mapToObj(bin -> inTime.range(0, bin, bin + 1).reshape(rows, width))
        .toList();
  }

  /**
   * {@return steps of (rows, k) each as (rows, bins, k)}
   *
   * @param steps one for each bin
   */
  Tensor joined(List<Tensor> steps) {
    int rows = steps.get(0).shape().size(0);
    int width = steps.get(0).shape().size(1);
    List<Tensor> inTime = steps.stream().map(step -> step.reshape(1, rows, width)).toList();
    return steps.get(0).graph().concat(0, inTime).transpose(1, 0, 2);
  }

  /**
   * {@return values with the columns of conditions, in their order, behind each bin's}
   *
   * @param values (rows, bins, features)
   * @param conditions of the rows
   */
  Tensor withConditions(Tensor values, Conditions conditions) {
    List<Tensor> joined = new ArrayList<>(List.of(values));
    conditions.inOrder().forEach(column -> joined.add(everywhere(column)));
    return joined.size() == 1 ? values : values.graph().concat(2, joined);
  }

  private Tensor everywhere(Tensor column) {
    int rows = column.shape().size(0);
    int width = column.shape().size(1);
    return column.reshape(rows, 1, width).broadcast(Shape.of(rows, bins(), width));
  }

  /**
   * {@return whether a head asks for numbers at each value of an observation}
   *
   * @param head its shape: the event's, or with more axes before
   */
  boolean holds(Shape head) {
    int[] sizes = head.sizes();
    int extra = sizes.length - 2;
    return extra >= 0 && Arrays.equals(Arrays.copyOfRange(sizes, extra, extra + 2), event.sizes());
  }
}
