package org.vaelix.priors.internal.anisotropic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.priors.internal.Normal;
import org.vaelix.priors.internal.anisotropic.AnisotropicGaussianPrior.Config;

/**
 * The variances of a latent space, block by block.
 *
 * @param sizes of the blocks
 * @param first variance of each block, before any training
 * @param learned whether training changes them
 * @param context of the trace
 */
record Spectrum(List<Integer> sizes, List<Double> first, boolean learned, ModelContext context) {

  static Spectrum of(Config config, ModelContext context) {
    int d = context.latentSize();
    List<Integer> sizes = config.blocks().isEmpty() ? Collections.nCopies(d, 1) : config.blocks();
    int sum = sizes.stream().mapToInt(Integer::intValue).sum();
    Check.that(sum == d, "blocks", "make " + sum + " dimensions together, the latent size is " + d);
    List<Double> first = config.variances();
    if (first.isEmpty()) {
      first = geometric(sizes.size(), config.largest(), config.ratio());
    }
    Check.that(
        first.size() == sizes.size(),
        "variances",
        "must be as many as there are blocks, " + sizes.size() + ", got " + first.size());
    return new Spectrum(sizes, first, config.learned(), context);
  }

  static boolean isFalling(List<Double> variances) {
    return variances.stream().sorted(Collections.reverseOrder()).toList().equals(variances);
  }

  private static List<Double> geometric(int blocks, double largest, double ratio) {
    List<Double> series = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      series.add(largest * Math.pow(ratio, block));
    }
    return series;
  }

  /** ln v of each dimension, (latent size,). */
  Tensor logVariances() {
    int blocks = sizes.size();
    Tensor steps = learned ? learnedSteps() : context.graph().constant(Shape.of(blocks), steps());
    // ln v_j is the sum of the steps up to j's block.
    return steps.reshape(1, blocks).matmul(reached()).reshape(context.latentSize());
  }

  /** ln v of the first block, then ln v less that of the block before, all negative. */
  private double[] steps() {
    double[] steps = first.stream().mapToDouble(Math::log).toArray();
    for (int block = steps.length - 1; block > 0; block--) {
      steps[block] -= steps[block - 1];
    }
    return steps;
  }

  /** The first step is free, the others are −softplus of a free number: the order stays. */
  private Tensor learnedSteps() {
    double[] raw = steps();
    for (int block = 1; block < raw.length; block++) {
      raw[block] = Math.log(Math.expm1(-raw[block]));
    }
    Shape shape = Shape.of(raw.length);
    Tensor free = context.parameter("variances", shape, Initialisers.values(raw));
    double[] isFirst = new double[raw.length];
    isFirst[0] = 1;
    Tensor bounded = Normal.LOG_VARIANCE.apply(free);
    return context.graph().constant(shape, isFirst).select(bounded, free.softplus().negate());
  }

  /** 1 where a block comes no later than that of a dimension, (blocks, latent size). */
  private Tensor reached() {
    int d = context.latentSize();
    double[] reached = new double[sizes.size() * d];
    int start = 0;
    for (int block = 0; block < sizes.size(); block++) {
      Arrays.fill(reached, block * d + start, (block + 1) * d, 1);
      start += sizes.get(block);
    }
    return context.graph().constant(Shape.of(sizes.size(), d), reached);
  }
}
