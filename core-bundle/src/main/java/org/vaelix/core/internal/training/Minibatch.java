package org.vaelix.core.internal.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Coded;
import org.vaelix.core.internal.data.Rows;

/**
 * The rows of one step, reused from step to step. A batch with fewer rows than there is room for is
 * filled up with copies of its first row at weight 0, so that one program serves every batch and
 * each row counts once.
 */
public final class Minibatch {
  private final Rows source;
  private final HostArray values;
  private final HostArray weights;
  private final HostArray mask;
  private final Map<String, HostArray> conditions = new HashMap<>();
  private final Map<String, HostArray> inputs = new HashMap<>();
  private int[] rows = new int[0];

  /**
   * Makes room for a batch.
   *
   * @param source from which rows are taken
   * @param size how many rows fit
   */
  public Minibatch(Rows source, int size) {
    this.source = source;
    Shape shape = source.values().shape().with(0, size);
    this.values =
        source.values().isDouble()
            ? HostArray.of(shape, new double[shape.elements()])
            : HostArray.of(shape, new float[shape.elements()]);
    this.weights = HostArray.of(Shape.of(size), new double[size]);
    this.mask = source.isMasked() ? HostArray.of(shape, new float[shape.elements()]) : null;
    inputs.put(Tracer.VALUES, values);
    inputs.put(Tracer.WEIGHTS, weights);
    if (mask != null) {
      inputs.put(Tracer.MASK, mask);
    }
    source.conditions().forEach((name, coded) -> conditions.put(name, room(coded, size)));
    conditions.forEach((name, room) -> inputs.put(Tracer.CONDITION_PREFIX + name, room));
  }

  private static HostArray room(Coded coded, int size) {
    return HostArray.of(Shape.of(size, coded.width()), new double[size * coded.width()]);
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
    int event = values.shape().elements() / size;
    rows = Arrays.copyOfRange(order, from, to);
    for (int i = 0; i < size; i++) {
      boolean isReal = i < rows.length;
      take(rows[isReal ? i : 0], i, event);
      weights.set(i, isReal ? 1 : 0);
    }
  }

  private void take(int row, int at, int event) {
    values.copyFrom(source.values(), row * event, at * event, event);
    source.conditions().forEach((name, coded) -> coded.write(row, conditions.get(name), at));
    for (int i = at * event; mask != null && i < (at + 1) * event; i++) {
      boolean isObserved = !Double.isNaN(values.get(i));
      mask.set(i, isObserved ? 1 : 0);
      if (!isObserved) {
        values.set(i, 0); // NaN times 0 would still be NaN
      }
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

  /**
   * Sets what a training step is told beside its rows.
   *
   * @param traced the step
   * @param fraction of the planned steps that are done
   * @param learningRate of the step
   * @param step its number, from 1
   */
  void setStep(Traced traced, double fraction, double learningRate, long step) {
    traced.schedules().forEach((name, schedule) -> set(name, schedule.at(fraction)));
    set(Tracer.LEARNING_RATE, learningRate);
    set(Tracer.STEP, step);
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
