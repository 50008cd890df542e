package org.vaelix.benchmarks.workload;

import java.util.List;

/**
 * How many numbers a {@link Architecture#UNET} trains.
 *
 * @param side of the images in pixels
 * @param channels of the levels, the finest first, and of the bottleneck
 * @param latent latent variables
 */
record UnetSize(int side, List<Integer> channels, int latent) {
  private int levels() {
    return channels.size() - 1;
  }

  long parameters() {
    int coarse = side >> levels();
    int deepest = channels.get(levels()) * coarse * coarse;
    long count = 2 * weights(deepest, latent, 1) + weights(latent, deepest, 1);
    int inputs = 1;
    for (int next : channels) {
      count += block(inputs, next);
      inputs = next;
    }
    for (int level = levels() - 1; level >= 0; level--) {
      int maps = channels.get(level);
      count += weights(channels.get(level + 1), maps, 4);
      count += 2 * weights(latent, maps, 1);
      count += block(2 * maps, maps);
    }
    return count + channels.get(0) + (long) side * side;
  }

  private static long block(int inputs, int maps) {
    return weights(inputs, maps, 9) + weights(maps, maps, 9);
  }

  /** With a bias for each output. */
  private static long weights(int inputs, int outputs, int places) {
    return (long) inputs * outputs * places + outputs;
  }
}
