package org.vaelix.core.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.graph.Shape;
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
   * {@return all outputs for each row of an array, (rows, …) each, by name}
   *
   * @param values (rows, event shape…)
   * @param seed of the noise
   */
  public Map<String, HostArray> over(HostArray values, long seed) {
    int rows = values.shape().size(0);
    Minibatch batch = new Minibatch(values, size);
    int[] order = IntStream.range(0, rows).toArray();
    return run(
        rows,
        seed,
        from -> {
          batch.fill(order, from, Math.min(rows, from + size));
          return batch.inputs();
        });
  }

  /**
   * {@return all outputs for generated rows, (rows, …) each, by name}
   *
   * @param rows how many
   * @param seed of the noise
   */
  public Map<String, HostArray> generate(int rows, long seed) {
    return run(rows, seed, from -> Map.of());
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
