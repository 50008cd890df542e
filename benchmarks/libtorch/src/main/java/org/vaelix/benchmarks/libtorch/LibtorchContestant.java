package org.vaelix.benchmarks.libtorch;

import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.tensor;

import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.vaelix.benchmarks.contestant.Minibatches;
import org.vaelix.benchmarks.contestant.Server;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.contestant.Trainer;
import org.vaelix.benchmarks.workload.Rows;

/** Trains with libtorch: its modules, its autograd, its Adam. */
public final class LibtorchContestant implements Trainer {
  private final Tensor data;
  private final Minibatches minibatches;
  private final int batch;
  private final Network network;
  private final Loss loss;
  private final Updates updates;
  private final String description;
  private Tensor order;

  private LibtorchContestant(Settings settings) throws IOException {
    set_num_threads(settings.number("threads"));
    // Before the first parallel region, whose threads inherit it.
    Context.setFlushDenormal(true);
    manual_seed(1);
    Rows rows = settings.rows();
    this.data = Tensors.of(rows.values(), rows.count(), rows.features());
    this.batch = settings.number("batch");
    this.minibatches = new Minibatches(rows.count(), batch);
    this.network = Network.of(rows, settings);
    this.loss = new Loss(network, settings.likelihood(), batch);
    this.updates = Updates.of(settings.get("adam"), network.parameters());
    this.description = "libtorch 2.10 through JavaCPP, " + Blas.loaded() + ", " + updates;
  }

  /**
   * Serves.
   *
   * @param arguments see {@link Settings}; {@code adam} is {@code class} or {@code fused}
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Server.serve(arguments, LibtorchContestant::new);
  }

  @Override
  public long parameters() {
    return network.parameters().stream().mapToLong(Tensor::numel).sum();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public double run(long[] nanoseconds) {
    double losses = 0;
    for (int i = 0; i < nanoseconds.length; i++) {
      if (minibatches.isSpent()) {
        shuffle();
      }
      long start = System.nanoTime();
      losses += step();
      nanoseconds[i] = System.nanoTime() - start;
    }
    return losses / nanoseconds.length;
  }

  /** Whatever native objects a step makes are given back at its end. */
  private double step() {
    try (PointerScope scope = new PointerScope()) {
      Tensor rows = data.index_select(0, order.narrow(0, minibatches.take(), batch));
      updates.forgetGradients();
      Tensor value = loss.of(rows);
      value.backward();
      updates.apply();
      return value.item_float();
    }
  }

  private void shuffle() {
    long[] shuffled = Arrays.stream(minibatches.shuffle()).asLongStream().toArray();
    if (order != null) {
      order.close();
    }
    order = tensor(shuffled);
  }
}
