package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Transforms a filter for {@link WinogradTask}: point by point, map by map of the result, the
 * coefficients of each image and place across. Each part does one map.
 */
final class WinogradFilterTask implements Task {
  private final Geometry geometry;
  private final boolean back;
  private final int from;
  private final int to;

  WinogradFilterTask(Geometry geometry, boolean back, int from, int to) {
    this.geometry = geometry;
    this.back = back;
    this.from = from;
    this.to = to;
  }

  @Override
  public int parts() {
    return back ? geometry.channels() : geometry.maps();
  }

  private int images() {
    return back ? geometry.maps() : geometry.channels();
  }

  @Override
  public long nanoseconds() {
    return 4L * geometry.maps() * geometry.channels() * geometry.filterWidth();
  }

  @Override
  public void run(int map, float[] memory, Scratch scratch) {
    int wide = geometry.filterWidth();
    int row = images() * wide;
    int size = Transforms.FILTER * wide;
    for (int image = 0; image < images(); image++) {
      int o = back ? image : map;
      int c = back ? map : image;
      int filter = from + (o * geometry.channels() + c) * size;
      for (int v = 0; v < wide; v++) {
        int first = back ? filter + size - 1 - v : filter + v;
        int line = back ? -wide : wide;
        int at = to + map * row + image * wide + v;
        Transforms.filter(memory, first, line, at, parts() * row);
      }
    }
  }
}
