package org.vaelix.core.internal.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.RunException;
import org.vaelix.core.run.Sampling;

/**
 * Estimates ln p(x) of rows by importance sampling. A row's draws are taken in chunks, of which
 * only sums are kept, in double precision: memory does not grow with their number.
 */
public final class ImportanceSampler implements AutoCloseable {
  private final Sampling sampling;
  private final Tracer.Weighing weighing;
  private final Program program;
  private final Minibatch batch;
  private final DrawNoise noise;
  private final LogMeans means;
  private final long seed;
  private final int size;
  private final int chunk;
  private long done;
  private long planned;

  /**
   * Compiles the weighing of draws.
   *
   * @param tracer of the model
   * @param compiler the backend's
   * @param source from which rows are taken
   * @param sampling how many draws, and how many at once
   * @param seed of the run
   */
  public ImportanceSampler(
      Tracer tracer, Function<Graph, Program> compiler, Rows source, Sampling sampling, long seed) {
    this.sampling = sampling;
    this.seed = seed;
    // Chunks of about the same length waste the fewest draws in the last one.
    int chunks = ceiling(sampling.samples(), Math.min(sampling.samples(), sampling.batch()));
    this.chunk = ceiling(sampling.samples(), chunks);
    this.size = Math.min(source.count(), Math.max(1, sampling.batch() / chunk));
    this.weighing = tracer.weighing(size, chunk);
    this.noise = new DrawNoise(weighing, seed);
    this.batch = new Minibatch(source, size);
    this.means = new LogMeans(size);
    this.program = compiler.apply(weighing.graph());
  }

  private static int ceiling(int amount, int part) {
    return (amount + part - 1) / part;
  }

  /** {@return the program, to write the weights to} */
  public Program program() {
    return program;
  }

  /** {@return the graph, whose variables the program needs} */
  public Graph graph() {
    return weighing.graph();
  }

  /**
   * {@return the estimates by split; nothing if it was cancelled}
   *
   * @param splits row numbers by split; those without rows are left out
   */
  public Optional<Map<String, LogLikelihood>> estimate(Map<String, int[]> splits) {
    planned = splits.values().stream().mapToLong(rows -> (long) rows.length).sum();
    planned *= sampling.samples();
    Map<String, LogLikelihood> estimates = new LinkedHashMap<>();
    for (Map.Entry<String, int[]> split : splits.entrySet()) {
      int[] rows = split.getValue();
      double[] elbo = new double[rows.length];
      double[] iwae = new double[rows.length];
      for (int from = 0; from < rows.length; from += size) {
        batch.fill(rows, from, Math.min(rows.length, from + size));
        if (!weigh()) {
          return Optional.empty();
        }
        for (int i = 0; i < batch.rows().length; i++) {
          elbo[from + i] = means.meanOfLogarithms(i);
          iwae[from + i] = finite(means.logarithmOfMean(i), rows[from + i]);
        }
      }
      if (rows.length > 0) {
        estimates.put(split.getKey(), LogLikelihood.of(sampling.samples(), elbo, iwae));
      }
    }
    return Optional.of(estimates);
  }

  /** Takes all draws of the rows in the batch. {@return false if it was cancelled} */
  private boolean weigh() {
    means.clear();
    Map<String, HostArray> inputs = new HashMap<>(batch.inputs());
    inputs.putAll(noise.inputs());
    for (int first = 0; first < sampling.samples(); first += chunk) {
      if (sampling.cancelled().getAsBoolean()) {
        return false;
      }
      noise.fill(batch.rows(), first);
      HostArray logWeights =
          program.run(seed, Evaluator.FIRST_NOISE_STEP + first, inputs).get(Tracer.LOG_WEIGHTS);
      int draws = Math.min(chunk, sampling.samples() - first);
      add(logWeights, draws);
      done += (long) draws * batch.rows().length;
      sampling.progress().advanced(done, planned);
    }
    return true;
  }

  private void add(HostArray logWeights, int draws) {
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < batch.rows().length; i++) {
        means.add(i, logWeights.get(draw * size + i));
      }
    }
    means.count(draws);
  }

  private static double finite(double estimate, int row) {
    if (!Double.isFinite(estimate)) {
      throw new RunException(
          String.format(
              "the estimate of ln p(x) is %s in row %d, counted from 0, of the data: look at that"
                  + " row, or train the model anew with a lower learning rate",
              estimate, row));
    }
    return estimate;
  }

  @Override
  public void close() {
    program.close();
  }
}
