package org.vaelix.architectures.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;

/**
 * Each channel to mean 0 and variance 1: in training over the rows of the batch (Ioffe and Szegedy
 * 2015, algorithm 1), elsewhere by running means of what those were, so that no row's result
 * depends on the rows beside it (algorithm 2).
 *
 * <p>Rows of weight 0 only fill a batch up and are not counted. Rows that are no data, such as the
 * pseudo-inputs of a prior, take the running means in training too and leave them alone; and so
 * does a batch in which one number alone counts, which has no variance.
 *
 * @param momentum what share of a batch's statistics the running ones take
 * @param epsilon added to variances
 */
record BatchNormalisation(double momentum, double epsilon) {
  /**
   * {@return the standardised sums, of the same shape}
   *
   * @param layer the context, scoped to the layer
   * @param sums (rows, channels) or (rows, channels, height, width)
   * @param weights (rows,), how much each row counts; absent where rows are no data
   */
  Tensor apply(ModelContext layer, Tensor sums, Optional<Tensor> weights) {
    Statistics running = Statistics.running(layer, sums);
    boolean batch = layer.isTraining() && weights.isPresent();
    return batch ? overBatch(layer, sums, weights.get(), running) : standardised(sums, running);
  }

  private Tensor standardised(Tensor sums, Statistics statistics) {
    Tensor mean = Normaliser.alongChannels(statistics.mean, sums);
    Tensor variance = Normaliser.alongChannels(statistics.variance, sums);
    return sums.subtract(mean).divide(variance.add(epsilon).sqrt());
  }

  private Tensor overBatch(ModelContext layer, Tensor sums, Tensor weights, Statistics running) {
    int places = sums.shape().dropLeading(2).elements();
    if (sums.shape().size(0) * places == 1) {
      throw new ModelException(
          "batch normalisation has no variance over a batch of 1 row; set /training/batchSize to"
              + " 2 or more, or take another normalisation");
    }
    Tensor count = weights.sum().multiply(places);
    Tensor enough = count.greater(1);
    Statistics batch = Statistics.of(sums, weights, count);
    Tensor unbiased = batch.variance.multiply(count.divide(count.subtract(1)));
    running.follow(new Statistics(batch.mean, unbiased), enough, momentum);
    return standardised(sums, batch.where(enough, running));
  }

  /**
   * What is known of each channel.
   *
   * @param mean (channels,)
   * @param variance (channels,)
   */
  private record Statistics(Tensor mean, Tensor variance) {
    static Statistics running(ModelContext layer, Tensor sums) {
      Shape channels = Shape.of(sums.shape().size(1));
      return new Statistics(
          layer.state("runningMean", channels, Initialisers.zeros()),
          layer.state("runningVariance", channels, Initialisers.constant(1)));
    }

    static Statistics of(Tensor sums, Tensor weights, Tensor count) {
      int[] perRow = new int[sums.shape().rank()];
      Arrays.fill(perRow, 1);
      perRow[0] = sums.shape().size(0);
      Tensor counts = weights.reshape(perRow);
      int[] axes = IntStream.range(0, perRow.length).filter(axis -> axis != 1).toArray();
      Tensor mean = sums.multiply(counts).sum(axes).divide(count);
      Tensor squares = sums.subtract(Normaliser.alongChannels(mean, sums)).square();
      return new Statistics(mean, squares.multiply(counts).sum(axes).divide(count));
    }

    Statistics where(Tensor condition, Statistics otherwise) {
      return new Statistics(
          condition.select(mean, otherwise.mean), condition.select(variance, otherwise.variance));
    }

    /** A network that is used more than once in a step learns from its first use. */
    void follow(Statistics batch, Tensor enough, double momentum) {
      Statistics target = batch.where(enough, this);
      move(mean, target.mean, momentum);
      move(variance, target.variance, momentum);
    }

    private static void move(Tensor state, Tensor target, double momentum) {
      String name = ((Attributes.Named) state.attributes()).name();
      if (!state.graph().updates().containsKey(name)) {
        state.graph().update(state, state.add(target.subtract(state).multiply(momentum)));
      }
    }
  }
}
