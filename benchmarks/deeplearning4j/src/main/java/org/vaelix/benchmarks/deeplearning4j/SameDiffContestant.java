package org.vaelix.benchmarks.deeplearning4j;

import java.io.IOException;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.vaelix.benchmarks.contestant.Server;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.contestant.Trainer;
import org.vaelix.benchmarks.workload.Rows;

/** Trains with SameDiff's {@code fit}. */
public final class SameDiffContestant implements Trainer {
  private final Clock clock = new Clock();
  private final Batches batches;
  private final SameDiff graph;

  private SameDiffContestant(Settings settings) throws IOException {
    Rows rows = settings.rows();
    batches = new Batches(rows, settings.number("batch"));
    graph = new Formulas(rows, settings).graph();
    graph.setTrainingConfig(
        new TrainingConfig.Builder()
            .updater(new Adam(1e-3))
            .dataSetFeatureMapping(Formulas.VALUES)
            .markLabelsUnused()
            .minimize(Formulas.MINIMISED)
            .build());
    graph.setListeners(new Listener(clock));
  }

  /**
   * Serves.
   *
   * @param arguments see {@link Settings}
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Server.serve(arguments, SameDiffContestant::new);
  }

  @Override
  public long parameters() {
    return graph.variables().stream()
        .filter(v -> v.getVariableType() == VariableType.VARIABLE)
        .mapToLong(v -> v.getArr().length())
        .sum();
  }

  @Override
  public String description() {
    return "SameDiff fit, ND4J 1.0.0-M2.1 native";
  }

  @Override
  public double run(long[] nanoseconds) {
    batches.allow(nanoseconds.length);
    clock.start(nanoseconds);
    graph.fit(batches, 1);
    return clock.meanLoss();
  }

  /** SameDiff's own record of the loss stays 0, so the operation that computes it is watched. */
  private static final class Listener extends BaseListener {
    private final Clock clock;
    private double loss;

    Listener(Clock clock) {
      this.clock = clock;
    }

    @Override
    public boolean isActive(Operation operation) {
      return operation == Operation.TRAINING;
    }

    @Override
    public void opExecution(
        SameDiff sd,
        At at,
        MultiDataSet batch,
        SameDiffOp op,
        OpContext context,
        INDArray[] outputs) {
      if (op.getOutputsOfOp().get(0).equals(Formulas.LOSS)) {
        loss = outputs[0].getDouble(0);
      }
    }

    @Override
    public void iterationDone(SameDiff sd, At at, MultiDataSet dataSet, Loss ignored) {
      clock.stepDone(loss);
    }
  }
}
