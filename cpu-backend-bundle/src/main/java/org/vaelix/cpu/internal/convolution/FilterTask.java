package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Reorders a filter for the way back: for each phase of the stride, channel by channel, the maps'
 * coefficients of that phase. Each part does one channel.
 */
final class FilterTask implements Task {
  private final Geometry geometry;
  private final int from;
  private final int to;

  FilterTask(Geometry geometry, int from, int to) {
    this.geometry = geometry;
    this.from = from;
    this.to = to;
  }

  @Override
  public int parts() {
    return geometry.channels();
  }

  @Override
  public long nanoseconds() {
    return (long) geometry.maps() * geometry.filterSize();
  }

  @Override
  public void run(int channel, float[] memory, Scratch scratch) {
    int phase = to;
    for (int a = 0; a < geometry.phasesDown(); a++) {
      for (int b = 0; b < geometry.phasesAcross(); b++) {
        int size = phaseSize(geometry, a, b);
        phase(channel, a, b, memory, phase + channel * size);
        phase += geometry.channels() * size;
      }
    }
  }

  /** {@return how many coefficients of one channel belong to a phase} */
  static int phaseSize(Geometry g, int a, int b) {
    int tall = (g.filterHeight() - 1 - a) / g.strideHeight() + 1;
    int wide = (g.filterWidth() - 1 - b) / g.strideWidth() + 1;
    return g.maps() * tall * wide;
  }

  private void phase(int channel, int a, int b, float[] memory, int start) {
    int out = start;
    for (int o = 0; o < geometry.maps(); o++) {
      int plane =
          from
              + (o * geometry.channels() + channel)
                  * geometry.filterHeight()
                  * geometry.filterWidth();
      for (int u = a; u < geometry.filterHeight(); u += geometry.strideHeight()) {
        for (int v = b; v < geometry.filterWidth(); v += geometry.strideWidth()) {
          memory[out++] = memory[plane + u * geometry.filterWidth() + v];
        }
      }
    }
  }
}
