package org.vaelix.core.internal.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.internal.data.Rows;

/** Scores rows with an evaluation program. */
public final class Evaluator implements AutoCloseable {
  /** Evaluations use noise far from that of any training step, and the same each time. */
  static final long FIRST_NOISE_STEP = 1L << 62;

  private final Traced traced;
  private final Program program;
  private final Minibatch batch;
  private final int size;
  private final long seed;

  /**
   * Compiles the evaluation.
   *
   * @param tracer of the model
   * @param compiler the backend's
   * @param source from which rows are taken
   * @param size rows in a batch
   * @param seed of the run
   */
  public Evaluator(
      Tracer tracer, Function<Graph, Program> compiler, Rows source, int size, long seed) {
    this.traced = tracer.evaluation(size);
    this.program = compiler.apply(traced.graph());
    this.batch = new Minibatch(source, size);
    this.size = size;
    this.seed = seed;
  }

  /** {@return the program, to write the weights to} */
  public Program program() {
    return program;
  }

  /** {@return the graph, whose variables the program needs} */
  public Graph graph() {
    return traced.graph();
  }

  /**
   * {@return the means of all measures over rows, with schedules at their final values}
   *
   * @param rows row numbers
   */
  public Map<String, double[]> means(int[] rows) {
    MeasureSums sums = new MeasureSums();
    traced.schedules().forEach((name, schedule) -> batch.set(name, schedule.finalValue()));
    long step = FIRST_NOISE_STEP;
    for (int from = 0; from < rows.length; from += size) {
      batch.fill(rows, from, Math.min(rows.length, from + size));
      Program.Outputs outputs = program.run(seed, step++, batch.inputs());
      sums.add(rowOutputs(traced.graph(), outputs), batch.weights());
    }
    return sums.means();
  }

  /**
   * {@return the means of all measures, by split}
   *
   * @param splits row numbers by split; those without rows are left out
   */
  public Map<String, Map<String, double[]>> score(Map<String, int[]> splits) {
    Map<String, Map<String, double[]>> scores = new LinkedHashMap<>();
    splits.forEach(
        (split, rows) -> {
          if (rows.length > 0) {
            scores.put(split, means(rows));
          }
        });
    return scores;
  }

  /** The outputs that have something for each row, by their names without the prefix. */
  static Map<String, HostArray> rowOutputs(Graph graph, Program.Outputs outputs) {
    Map<String, HostArray> rows = new LinkedHashMap<>();
    for (String name : graph.outputs().keySet()) {
      if (name.startsWith(Tracer.ROW)) {
        rows.put(name.substring(Tracer.ROW.length()), outputs.get(name));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    program.close();
  }
}
