package org.vaelix.core.internal.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.vaelix.core.backend.BackendException;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.internal.data.Partition;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.recipe.Training;
import org.vaelix.core.run.Summary.Stopped;
import org.vaelix.core.training.Recomposition.Carried;
import org.vaelix.core.training.TrainingListener;

/**
 * Drives a training step over minibatches, epoch by epoch. Every decision follows from the recipe,
 * the data and the {@link Progress}, so that a loop restored from a checkpoint goes on to the same
 * bits.
 */
public final class TrainingLoop implements AutoCloseable {
  private static final double MOST_REPEATED_MILLISECONDS = 20_000;

  private final long seed;
  private final int[] trainRows;
  private final int[] validationRows;
  private final Rows rows;
  private final NumberCheck check;
  private final Journal journal;
  private final TrainingListener listener;
  private final Progress progress = new Progress();
  private final StepTimes times = new StepTimes();
  private Recipe recipe;
  private Composed composed;

  /**
   * Compiles everything and gives the variables their first values.
   *
   * @param recipe of the run
   * @param dataset where the rows come from
   * @param rows the same as programs take them
   * @param partition which of them train and validate
   * @param tracer of the model
   * @param journal where metrics and checkpoints go
   * @param listener hears what happens
   */
  public TrainingLoop(
      Recipe recipe,
      Dataset dataset,
      Rows rows,
      Partition partition,
      Tracer tracer,
      Journal journal,
      TrainingListener listener) {
    this.seed = recipe.seed();
    this.trainRows = partition.train();
    this.validationRows = partition.validation();
    this.rows = rows;
    this.check = new NumberCheck(dataset);
    this.journal = journal;
    this.listener = listener;
    this.recipe = recipe;
    this.composed = compose(recipe, tracer);
    Variables.initialise(composed.traced().graph(), composed.program(), seed);
  }

  private Composed compose(Recipe recipe, Tracer tracer) {
    int size = Math.min(recipe.training().batchSize(), trainRows.length);
    return Composed.of(recipe, tracer, rows, size);
  }

  /**
   * Goes on with other parts. Variables keep their values where name and shape are the same. If
   * this fails, all is as it was.
   *
   * @param recipe the same recipe with other parts
   * @param tracer of its model
   * @return what has become of each variable
   */
  public List<Carried> recompose(Recipe recipe, Tracer tracer) {
    Composed fresh = compose(recipe, tracer);
    List<Carried> carried;
    try {
      Map<String, HostArray> values = Variables.read(composed.traced().graph(), composed.program());
      carried = Variables.carry(fresh.traced().graph(), fresh.program(), seed, values);
    } catch (RuntimeException | Error e) {
      fresh.close();
      throw e;
    }
    composed.close();
    composed = fresh;
    this.recipe = recipe;
    forgetWhatDoesNotFit();
    return carried;
  }

  /** Measures and weights of another model say nothing about this one. */
  private void forgetWhatDoesNotFit() {
    if (!progress.sums.fits(composed.measureWidths())) {
      progress.sums.restore(Map.of(), 0);
      listener.message("the model has other measures now: those of this epoch begin anew");
    }
    if (progress.bestEpoch > 0
        && !Variables.fit(composed.evaluator().graph(), progress.bestVariables)) {
      progress.forgetBest();
      listener.message("the best weights so far do not fit the model any more and are forgotten");
    }
  }

  /** Takes up where the last checkpoint was written. */
  public void restore() {
    Map<String, HostArray> values = journal.restore(progress);
    Variables.write(composed.traced().graph(), composed.program(), values);
    composed.earlyStop().reconsider(progress);
  }

  /**
   * {@return why training ended}
   *
   * @param watch asked before each step
   * @param cancelled asked before each step; when true, a checkpoint is written and training ends
   */
  public Stopped run(PartWatch watch, BooleanSupplier cancelled) {
    listener.started(new TrainingListener.Plan(options().epochs(), stepsPerEpoch(), progress.step));
    while (!isDone()) {
      if (!runEpoch(watch, cancelled)) {
        checkpoint();
        return Stopped.INTERRUPTED;
      }
      finishEpoch();
    }
    return progress.isStopped ? Stopped.EARLY : Stopped.FINISHED;
  }

  /** {@return whether nothing is left to train} */
  public boolean isDone() {
    return progress.epoch >= options().epochs() || progress.isStopped;
  }

  private Training options() {
    return composed.options();
  }

  private int stepsPerEpoch() {
    int size = composed.batch().weights().shape().elements();
    return (trainRows.length + size - 1) / size;
  }

  private double fraction(long steps) {
    return (double) steps / ((long) options().epochs() * stepsPerEpoch());
  }

  /** Does the rest of an epoch; false if cancelled. */
  private boolean runEpoch(PartWatch watch, BooleanSupplier cancelled) {
    int[] order = Partition.shuffled(trainRows, seed, "shuffle", progress.epoch);
    while (progress.batch < stepsPerEpoch()) {
      if (cancelled.getAsBoolean() || !watch.settle(this, cancelled)) {
        return false;
      }
      long start = System.nanoTime();
      double loss = step(order, watch);
      long nanoseconds = System.nanoTime() - start;
      times.add(nanoseconds);
      progress.seconds += nanoseconds / 1e9;
      listener.stepDone(progress.step, loss);
    }
    return true;
  }

  private double step(int[] order, PartWatch watch) {
    Minibatch batch = prepare(progress, order);
    Traced traced = composed.traced();
    Program.Outputs outputs = composed.program().run(seed, progress.step + 1, batch.inputs());
    double loss = outputs.get(Tracer.LOSS).get(0);
    Map<String, HostArray> rows = Evaluator.rowOutputs(traced.graph(), outputs);
    check.finite(loss, rows, batch, progress, journal.lastCheckpoint(), () -> cause(watch));
    progress.sums.add(rows, batch.weights());
    progress.step++;
    progress.batch++;
    return loss;
  }

  /** Fills the batch of a step. */
  private Minibatch prepare(Progress at, int[] order) {
    Minibatch batch = composed.batch();
    int size = batch.weights().shape().elements();
    int from = at.batch * size;
    batch.fill(order, from, Math.min(order.length, from + size));
    batch.setStep(composed.traced(), fraction(at.step), learningRate(at), at.step + 1);
    return batch;
  }

  /** {@return where the first number came from that is none; empty if that takes too long} */
  private Optional<String> cause(PartWatch watch) {
    if (!Files.exists(journal.lastCheckpoint())) {
      return Optional.empty();
    }
    Progress past = new Progress();
    try {
      Map<String, HostArray> values = Checkpoint.read(journal.lastCheckpoint(), past);
      long steps = progress.step - past.step + 1;
      double milliseconds = steps * times.medianMilliseconds().orElse(0.0);
      if (milliseconds > MOST_REPEATED_MILLISECONDS) {
        return Optional.empty();
      }
      listener.message("repeating " + steps + " steps to find the first number that is none");
      try (FirstBadNumber search =
          new FirstBadNumber(composed.traced().graph(), recipe.backend()::compile, values)) {
        return search(search, past).map(node -> describe(node, watch));
      }
    } catch (IOException | BackendException | IllegalArgumentException e) {
      return Optional.empty(); // the failure itself is told; this would only have said more
    }
  }

  private Optional<Tensor> search(FirstBadNumber search, Progress past) {
    past.rateFactor = progress.rateFactor;
    Optional<Tensor> found = Optional.empty();
    while (found.isEmpty() && past.step <= progress.step) {
      if (past.batch == stepsPerEpoch()) {
        past.epoch++;
        past.batch = 0;
      }
      Minibatch batch = prepare(past, Partition.shuffled(trainRows, seed, "shuffle", past.epoch));
      boolean isLast = past.step == progress.step;
      found = search.repeat(seed, past.step + 1, batch.inputs(), isLast);
      past.step++;
      past.batch++;
    }
    return found;
  }

  private static String describe(Tensor node, PartWatch watch) {
    String what =
        String.format(
            "%s of shape %s%s",
            node.op().label(),
            node.shape(),
            node.scope().isEmpty() ? "" : " in '" + node.scope() + "'");
    return watch.maker(node).map(maker -> maker + " (" + what + ")").orElse(what);
  }

  /** The learning rate of the next step. */
  private double learningRate() {
    return learningRate(progress);
  }

  private double learningRate(Progress at) {
    double scheduled = options().optimiser().learningRate().at(fraction(at.step));
    return composed.plateau().rate(scheduled, at);
  }

  private void finishEpoch() {
    long start = System.nanoTime();
    Map<String, double[]> train = new TreeMap<>(progress.sums.means());
    progress.epoch++;
    progress.batch = 0;
    progress.sums.restore(Map.of(), 0);
    Map<String, double[]> validation = validate();
    if (validation.containsKey(Tracer.LOSS)) {
      double loss = validation.get(Tracer.LOSS)[0];
      check.finite(loss, progress, journal.lastCheckpoint());
      double done = fraction(progress.step);
      composed.earlyStop().epochDone(progress, done, loss, this::modelVariables);
      if (composed.plateau().epochDone(progress, done, validation)) {
        listener.message(composed.plateau().describe(learningRate()));
      }
    }
    progress.seconds += (System.nanoTime() - start) / 1e9;
    journal.epochDone(progress, train, validation);
    if (progress.epoch % options().checkpointEvery() == 0
        || progress.epoch == options().epochs()
        || progress.isStopped) {
      checkpoint();
    }
    listener.epochDone(
        new TrainingListener.Epoch(
            progress.epoch,
            progress.step,
            MeasureSums.scalars(train),
            MeasureSums.scalars(validation)));
  }

  private Map<String, double[]> validate() {
    if (validationRows.length == 0) {
      return Map.of();
    }
    Evaluator evaluator = composed.evaluator();
    Variables.write(evaluator.graph(), evaluator.program(), modelVariables());
    return evaluator.means(validationRows);
  }

  private Map<String, HostArray> modelVariables() {
    return Variables.readModel(composed.traced().graph(), composed.program());
  }

  /** Writes a checkpoint in the place of the last one. */
  public void checkpoint() {
    Map<String, HostArray> values = Variables.read(composed.traced().graph(), composed.program());
    journal.checkpoint(progress, values);
  }

  /**
   * {@return the model's variables to keep: those of the best epoch if early stopping chose one,
   * else the last}
   */
  public Map<String, HostArray> result() {
    return progress.bestEpoch > 0 ? progress.bestVariables : modelVariables();
  }

  /**
   * {@return means of all measures with the variables to keep, by split}
   *
   * @param splits row numbers by split
   */
  public Map<String, Map<String, double[]>> score(Map<String, int[]> splits) {
    Evaluator evaluator = composed.evaluator();
    Variables.write(evaluator.graph(), evaluator.program(), result());
    return evaluator.score(splits);
  }

  /** {@return whether early stopping has ended training before the last epoch} */
  public boolean isStoppedEarly() {
    return progress.isStopped && progress.epoch < options().epochs();
  }

  /** {@return epochs done} */
  public int epochs() {
    return progress.epoch;
  }

  /** {@return the epoch whose weights are kept, 0 if it is the last one} */
  public int bestEpoch() {
    return progress.bestEpoch;
  }

  /** {@return steps done} */
  public long steps() {
    return progress.step;
  }

  /** {@return seconds spent by all sessions} */
  public double seconds() {
    return progress.seconds;
  }

  /** {@return the median time of a whole step of this session, if it did any} */
  public Optional<Double> stepMilliseconds() {
    return times.medianMilliseconds();
  }

  /** {@return how many numbers are trained} */
  public long trainedNumbers() {
    return Variables.trainedNumbers(composed.traced().graph());
  }

  @Override
  public void close() {
    composed.close();
  }
}
