package org.vaelix.benchmarks.deeplearning4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.vaelix.benchmarks.contestant.Minibatches;
import org.vaelix.benchmarks.workload.Rows;

/** Feeds a number of minibatches out of a resident array. */
final class Batches implements DataSetIterator {
  private static final long serialVersionUID = 1;

  private final transient INDArray data;
  private final transient Minibatches minibatches;
  private final int batch;
  private transient int[] order;
  private int left;

  Batches(Rows rows, int batch) {
    this.data = Nd4j.createFromArray(rows.values()).reshape(rows.count(), rows.features());
    this.minibatches = new Minibatches(rows.count(), batch);
    this.batch = batch;
  }

  /** How many batches until {@link #hasNext} is false. */
  void allow(int count) {
    left = count;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public DataSet next() {
    if (minibatches.isSpent()) {
      order = minibatches.shuffle();
    }
    left--;
    int from = minibatches.take();
    INDArray rows = Nd4j.pullRows(data, 1, Arrays.copyOfRange(order, from, from + batch));
    return new DataSet(rows, null);
  }

  @Override
  public DataSet next(int count) {
    return next();
  }

  @Override
  public int inputColumns() {
    return data.columns();
  }

  @Override
  public int totalOutcomes() {
    return 0;
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** With two cores, a thread that fetches ahead takes more from the computation than it gives. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public void reset() {}

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    return null;
  }

  @Override
  public List<String> getLabels() {
    return null;
  }
}
