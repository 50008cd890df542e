package org.vaelix.core.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Coded;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.internal.training.Minibatch;
import org.vaelix.core.internal.training.Variables;
import org.vaelix.core.recipe.BackendChoice;

/** Runs a traced model forward over many rows, batch by batch, and joins the results. */
public final class Forward {
  private final Traced traced;
  private final BackendChoice<?> backend;
  private final Map<String, HostArray> variables;
  private final int size;

  /**
   * Prepares the runs.
   *
   * @param traced at the batch size
   * @param backend what computes
   * @param variables of the model
   * @param size rows in a batch
   */
  public Forward(
      Traced traced, BackendChoice<?> backend, Map<String, HostArray> variables, int size) {
    this.traced = traced;
    this.backend = backend;
    this.variables = variables;
    this.size = size;
  }

  /**
   * {@return all outputs for each of some rows, (rows, …) each, by name}
   *
   * @param source the rows
   * @param seed of the noise
   */
  public Map<String, HostArray> over(Rows source, long seed) {
    int[] all = IntStream.range(0, source.count()).toArray();
    return over(source, all, Map.of(), Map.of(), seed);
  }

  /**
   * {@return all outputs for each of some rows, (rows, …) each, by name}
   *
   * @param source of the rows
   * @param order row numbers
   * @param perRow further inputs with as many rows as the order, by input name
   * @param shared further inputs that are the same for every batch, by input name
   * @param seed of the noise
   */
  public Map<String, HostArray> over(
      Rows source,
      int[] order,
      Map<String, HostArray> perRow,
      Map<String, HostArray> shared,
      long seed) {
    Minibatch batch = new Minibatch(source, size);
    Map<String, HostArray> inputs = batch.inputs();
    perRow.forEach((name, a) -> inputs.put(name, doubles(a.shape().with(0, size))));
    inputs.putAll(shared);
    return run(
        order.length,
        seed,
        from -> {
          int to = Math.min(order.length, from + size);
          batch.fill(order, from, to);
          perRow.forEach((name, array) -> copyRows(array, from, to - from, inputs.get(name)));
          return inputs;
        });
  }

  private static void copyRows(HostArray source, int from, int count, HostArray target) {
    int row = source.shape().dropLeading(1).elements();
    target.copyFrom(source, from * row, 0, count * row);
  }

  /**
   * {@return all outputs for generated rows, (rows, …) each, by name}
   *
   * @param rows how many
   * @param conditions of the rows, by name
   * @param seed of the noise
   */
  public Map<String, HostArray> generate(int rows, Map<String, Coded> conditions, long seed) {
    Map<String, HostArray> inputs = new LinkedHashMap<>();
    conditions.forEach((name, coded) -> inputs.put(Tracer.CONDITION_PREFIX + name, room(coded)));
    return run(
        rows,
        seed,
        from -> {
          conditions.forEach(
              (name, coded) -> fill(coded, from, rows, inputs.get(Tracer.CONDITION_PREFIX + name)));
          return inputs;
        });
  }

  private HostArray room(Coded coded) {
    return doubles(Shape.of(size, coded.width()));
  }

  /** A smaller last batch is filled up with copies of its first row. */
  private void fill(Coded coded, int from, int rows, HostArray input) {
    for (int i = 0; i < size; i++) {
      coded.write(from + i < rows ? from + i : from, input, i);
    }
  }

  private Map<String, HostArray> run(int rows, long seed, Inputs inputs) {
    Map<String, HostArray> joined = new LinkedHashMap<>();
    traced
        .graph()
        .outputs()
        .forEach((name, t) -> joined.put(name, doubles(t.shape().with(0, rows))));
    try (Program program = backend.compile(traced.graph())) {
      Variables.write(traced.graph(), program, variables);
      for (int from = 0; from < rows; from += size) {
        Program.Outputs outputs = program.run(seed, from / size, inputs.at(from));
        int count = Math.min(rows - from, size);
        copy(joined, outputs, from, count);
      }
    }
    return joined;
  }

  private static HostArray doubles(Shape shape) {
    return HostArray.of(shape, new double[shape.elements()]);
  }

  private static void copy(
      Map<String, HostArray> joined, Program.Outputs outputs, int from, int count) {
    joined.forEach(
        (name, array) -> {
          int row = array.shape().dropLeading(1).elements();
          array.copyFrom(outputs.get(name), 0, from * row, count * row);
        });
  }

  /** The inputs for the batch that begins at a row. */
  private interface Inputs {
    Map<String, HostArray> at(int from);
  }
}
