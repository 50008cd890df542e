package org.vaelix.benchmarks.libtorch;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.conv_transpose2d;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.max_pool2d;
import static org.bytedeco.pytorch.global.torch.rand;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.workload.Rows;

/** The architecture {@code UNET}, layer by layer as Vaelix's {@code unet} has it. */
final class Unet implements Network {
  private static final long[] ONE = {1, 1};
  private static final long[] TWO = {2, 2};
  private static final long[] NONE = {0, 0};
  private static final Scalar HALF = new Scalar(0.5f);

  /** How far gates are open before training. */
  private static final double GATE = 0.02;

  private final Weights weights = new Weights();
  private final List<Weights.Layer> encoder = new ArrayList<>();
  private final List<Level> decoder = new ArrayList<>();
  private final Weights.Layer mean;
  private final Weights.Layer logVariance;
  private final Weights.Layer bottleneck;
  private final Tensor output;
  private final Tensor outputBias;
  private final int side;
  private final int levels;
  private final int deepest;
  private final List<Tensor> skips = new ArrayList<>();

  /** One of the decoder's. */
  private record Level(
      Weights.Layer up,
      Weights.Layer gate,
      Weights.Layer shift,
      Weights.Layer first,
      Weights.Layer second) {}

  Unet(Rows rows, Settings settings) throws IOException {
    List<Integer> channels = settings.hidden();
    int latent = settings.number("latent");
    side = settings.side();
    levels = channels.size() - 1;
    deepest = channels.get(levels);
    int inputs = 1;
    for (int maps : channels) {
      encoder.add(weights.convolution(inputs, maps, 3));
      encoder.add(weights.convolution(maps, maps, 3));
      inputs = maps;
    }
    int coarsest = deepest * coarse() * coarse();
    mean = weights.dense(coarsest, latent);
    logVariance = weights.dense(coarsest, latent);
    bottleneck = weights.dense(latent, coarsest);
    for (int level = levels - 1; level >= 0; level--) {
      int maps = channels.get(level);
      Level made =
          new Level(
              weights.transposed(channels.get(level + 1), maps),
              weights.dense(latent, maps),
              weights.dense(latent, maps),
              weights.convolution(2 * maps, maps, 3),
              weights.convolution(maps, maps, 3));
      weights.set(made.gate().bias(), (float) Math.log(GATE / (1 - GATE)));
      decoder.add(made);
    }
    output = weights.uniform(channels.get(0), 1, channels.get(0), 1, 1);
    outputBias =
        weights.added(Tensors.of(rows.decoderBiases(settings.likelihood()), 1, 1, side, side));
  }

  private int coarse() {
    return side >> levels;
  }

  @Override
  public List<Tensor> parameters() {
    return weights.all();
  }

  @Override
  public Tensor encode(Tensor rows) {
    skips.clear();
    Tensor maps = rows.view(-1, 1, side, side);
    for (int level = 0; level < levels; level++) {
      Tensor skip = block(maps, encoder.get(2 * level), encoder.get(2 * level + 1));
      skips.add(skip);
      maps = max_pool2d(skip, TWO);
    }
    return block(maps, encoder.get(2 * levels), encoder.get(2 * levels + 1)).flatten(1, -1);
  }

  @Override
  public Tensor mean(Tensor features) {
    return dense(features, mean);
  }

  @Override
  public Tensor logVariance(Tensor features) {
    return dense(features, logVariance);
  }

  @Override
  public Tensor decode(Tensor z) {
    long rows = z.size(0);
    Tensor maps = dense(z, bottleneck).relu().view(-1, deepest, coarse(), coarse());
    Tensor kept = rand(rows, 1, 1, 1).ge(HALF).to(ScalarType.Float);
    for (int i = 0; i < levels; i++) {
      Level level = decoder.get(i);
      Tensor up =
          conv_transpose2d(
              maps,
              level.up().weight(),
              new TensorOptional(level.up().bias()),
              TWO,
              NONE,
              NONE,
              1,
              ONE);
      Tensor gate = perMap(dense(z, level.gate()).sigmoid()).mul(kept);
      Tensor skip = skips.get(levels - 1 - i).mul(gate).add(perMap(dense(z, level.shift())));
      maps = block(cat(new TensorVector(up, skip), 1), level.first(), level.second());
    }
    Tensor logits = conv2d(maps, output, new TensorOptional(), ONE, NONE, ONE, 1);
    return logits.add(outputBias).flatten(1, -1);
  }

  @Override
  public Tensor logDispersion() {
    throw new UnsupportedOperationException("images are not counts");
  }

  private static Tensor perMap(Tensor numbers) {
    return numbers.view(numbers.size(0), numbers.size(1), 1, 1);
  }

  private static Tensor dense(Tensor input, Weights.Layer layer) {
    return linear(input, layer.weight(), new TensorOptional(layer.bias()));
  }

  private static Tensor block(Tensor input, Weights.Layer first, Weights.Layer second) {
    return convolved(convolved(input, first), second);
  }

  private static Tensor convolved(Tensor input, Weights.Layer layer) {
    return conv2d(input, layer.weight(), new TensorOptional(layer.bias()), ONE, ONE, ONE, 1)
        .relu_();
  }
}
