package org.vaelix.core.internal.training;

import java.util.Map;
import org.vaelix.core.backend.BackendException;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Profile.Times;
import org.vaelix.core.backend.Profiler;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Clipping;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.internal.data.Partition;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.recipe.Training;
import org.vaelix.core.run.StepProfile;

/**
 * Does the steps that a run would do, on the same rows, and measures them. Plain steps and steps
 * with clocks at their kernels take turns, so that both meet the same machine.
 */
public final class StepMeasurement implements AutoCloseable {
  private final Recipe recipe;
  private final int[] trainRows;
  private final int size;
  private final long traceNanoseconds;
  private final long compileNanoseconds;
  private final Traced traced;
  private final Program program;
  private final Profiler profiler;
  private final Minibatch batch;
  private int[] order;
  private long step;

  /** {@link Program#run} or {@link Profiler#run}. */
  private interface Runner {
    Program.Outputs run(long seed, long step, Map<String, HostArray> inputs);
  }

  /**
   * Compiles the step and gives the variables their first values.
   *
   * @param recipe of the run
   * @param rows of the data
   * @param partition which of them train
   * @param tracer of the model
   * @throws BackendException if the backend measures nothing
   */
  public StepMeasurement(Recipe recipe, Rows rows, Partition partition, Tracer tracer) {
    Training options = recipe.training();
    this.recipe = recipe;
    this.trainRows = partition.train();
    this.size = Math.min(options.batchSize(), trainRows.length);
    long start = System.nanoTime();
    this.traced =
        tracer.trainingStep(
            size, options.optimiser(), new Clipping(options.clipNorm(), options.clipValue()));
    this.traceNanoseconds = System.nanoTime() - start;
    this.program = recipe.backend().compile(traced.graph());
    this.compileNanoseconds = System.nanoTime() - start - traceNanoseconds;
    this.profiler = profiler(recipe, program);
    this.batch = new Minibatch(rows, size);
    Variables.initialise(traced.graph(), program, recipe.seed());
  }

  private static Profiler profiler(Recipe recipe, Program program) {
    return program
        .profiler()
        .orElseThrow(
            () -> {
              program.close();
              return new BackendException(
                  "the backend '"
                      + recipe.backend().type()
                      + "' does not measure its kernels; choose another one, for example with"
                      + " --set backend.type=cpu",
                  null);
            });
  }

  /**
   * {@return where the time of a step goes, once the JVM is warm}
   *
   * @param steps to be measured, at least 1
   */
  public StepProfile measure(int steps) {
    WarmUp warmUp =
        WarmUp.with(
            () -> {
              step(program::run);
              step(profiler::run);
            });
    profiler.reset();
    long[] whole = new long[steps];
    long[] runs = new long[steps];
    for (int i = 0; i < steps; i++) {
      int now = i;
      long start = System.nanoTime();
      step((seed, number, inputs) -> timed(seed, number, inputs, runs, now));
      whole[i] = System.nanoTime() - start;
      step(profiler::run);
    }
    return new StepProfile(
        recipe.name(),
        recipe.backend().type(),
        recipe.backend().threads(),
        size,
        Variables.trainedNumbers(traced.graph()),
        traceNanoseconds,
        compileNanoseconds,
        2 * warmUp.count(),
        warmUp.isWarm(),
        steps,
        Times.of(whole),
        Times.of(runs),
        profiler.profile());
  }

  private Program.Outputs timed(
      long seed, long number, Map<String, HostArray> inputs, long[] times, int place) {
    long start = System.nanoTime();
    Program.Outputs outputs = program.run(seed, number, inputs);
    times[place] = System.nanoTime() - start;
    return outputs;
  }

  /** What the training loop does in a step, but for its bookkeeping. */
  private void step(Runner runner) {
    int stepsPerEpoch = (trainRows.length + size - 1) / size;
    int from = (int) (step % stepsPerEpoch) * size;
    if (from == 0) {
      order = Partition.shuffled(trainRows, recipe.seed(), "shuffle", step / stepsPerEpoch);
    }
    batch.fill(order, from, Math.min(order.length, from + size));
    double fraction =
        Math.min(1, (double) step / ((long) recipe.training().epochs() * stepsPerEpoch));
    step++;
    double learningRate = recipe.training().optimiser().learningRate().at(fraction);
    batch.setStep(traced, fraction, learningRate, step);
    Program.Outputs outputs = runner.run(recipe.seed(), step, batch.inputs());
    outputs.get(Tracer.LOSS);
    Evaluator.rowOutputs(traced.graph(), outputs);
  }

  @Override
  public void close() {
    program.close();
  }
}
