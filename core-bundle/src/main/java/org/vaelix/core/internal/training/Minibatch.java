package org.vaelix.core.internal.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;

/**
 * The rows of one step, reused from step to step. A batch with fewer rows than there is room for is
 * filled up with copies of its first row at weight 0, so that one program serves every batch and
 * each row counts once.
 */
public final class Minibatch {
  private final HostArray source;
  private final HostArray values;
  private final HostArray weights;
  private final Map<String, HostArray> inputs = new HashMap<>();
  private int[] rows = new int[0];

  /**
   * Makes room for a batch.
   *
   * @param source (rows, event shape…), from which rows are taken
   * @param size how many rows fit
   */
  public Minibatch(HostArray source, int size) {
    this.source = source;
    Shape shape = source.shape().with(0, size);
    this.values =
        source.isDouble()
            ? HostArray.of(shape, new double[shape.elements()])
            : HostArray.of(shape, new float[shape.elements()]);
    this.weights = HostArray.of(Shape.of(size), new double[size]);
    inputs.put(Tracer.VALUES, values);
    inputs.put(Tracer.WEIGHTS, weights);
  }

  /**
   * Takes rows into the batch.
   *
   * @param order row numbers of the source
   * @param from first position in the order
   * @param to position after the last
   */
  public void fill(int[] order, int from, int to) {
    int size = weights.shape().elements();
    int event = source.shape().elements() / Math.max(1, source.shape().size(0));
    rows = Arrays.copyOfRange(order, from, to);
    for (int i = 0; i < size; i++) {
      boolean isReal = i < rows.length;
      values.copyFrom(source, rows[isReal ? i : 0] * event, i * event, event);
      weights.set(i, isReal ? 1 : 0);
    }
  }

  /** {@return the inputs of a program; scalars may be added} */
  public Map<String, HostArray> inputs() {
    return inputs;
  }

  /**
   * Sets a scalar input.
   *
   * @param name of the input
   * @param value its value
   */
  public void set(String name, double value) {
    inputs.computeIfAbsent(name, n -> HostArray.of(Shape.scalar(), new double[1])).set(0, value);
  }

  /** {@return how much each row counts} */
  public HostArray weights() {
    return weights;
  }

  /** {@return the source's row numbers of the real rows} */
  public int[] rows() {
    return rows;
  }
}
