package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;
import org.vaelix.cpu.internal.matrix.Epilogue;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * The gradient of the filter: for each map and each filter place, the sum over all windows of the
 * map's gradient times the shifted image. Each part sums some maps over a group of samples; the
 * groups' sums are then added by a {@link CombineTask}.
 *
 * <p>Scratch holds the running sums, then the laid images of a pack of samples (channel by channel,
 * phase by phase, sample by sample), then its gradients (map by map, sample by sample).
 */
final class FilterGradientTask implements Task {
  private static final int DOTS = ConvolutionKernel.DOTS;

  /** Windows in one go: four rows of gradients and what they meet stay in the nearest cache. */
  private static final int STRETCH = 1024;

  private final ConvolutionKernel kernel;
  private final Geometry geometry;
  private final Cut cut;
  private final int images;
  private final int gradients;
  private final int result;
  private final Epilogue epilogue;
  private final Planes ofImages;
  private final Planes ofGradients;
  private final int[] places;

  /** From one sample's phase to the next sample's. */
  private final int plane;

  /** From one phase of a pack to the next, with zeros up to whole lanes. */
  private final int run;

  /**
   * Prepares it.
   *
   * @param images where they begin
   * @param gradients where they begin
   * @param result where it goes, one group after another
   * @param epilogue or null; only if there is one group
   */
  FilterGradientTask(
      ConvolutionKernel kernel,
      Geometry geometry,
      Cut cut,
      int images,
      int gradients,
      int result,
      Epilogue epilogue) {
    this.kernel = kernel;
    this.geometry = geometry;
    this.cut = cut;
    this.images = images;
    this.gradients = gradients;
    this.result = result;
    this.epilogue = epilogue;
    this.ofImages = geometry.images();
    this.ofGradients =
        new Planes(geometry.rows(), geometry.columns(), 1, 1, 0, 0, 1, 1, geometry.laidColumns());
    this.plane = geometry.laidRows() * geometry.laidColumns();
    this.run = cut.pack() * plane + kernel.lanes();
    this.places = geometry.places(run);
  }

  @Override
  public int parts() {
    return cut.groups() * cut.blocks(geometry);
  }

  private int tilesAcross() {
    return (places.length + DOTS - 1) / DOTS;
  }

  private int tileFloats() {
    return DOTS * DOTS * kernel.lanes();
  }

  private int sumFloats() {
    return cut.maps() / DOTS * tilesAcross() * tileFloats();
  }

  private int imageFloats() {
    return geometry.channels() * ofImages.phases() * run;
  }

  @Override
  public int scratchFloats() {
    return sumFloats() + imageFloats() + cut.maps() * run;
  }

  @Override
  public long nanoseconds() {
    return (long) (geometry.operations() / kernel.speed());
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int group = part / cut.blocks(geometry);
    int map = part % cut.blocks(geometry) * cut.maps();
    int maps = Math.min(cut.maps(), geometry.maps() - map);
    int last = Math.min(geometry.samples(), (group + 1) * cut.samples());
    float[] floats = scratch.floats();
    int sums = scratch.start();
    Arrays.fill(floats, sums, sums + sumFloats(), 0f);
    for (int sample = group * cut.samples(); sample < last; sample += cut.pack()) {
      int samples = Math.min(cut.pack(), last - sample);
      layImages(sample, samples, memory, scratch);
      layGradients(sample, samples, map, maps, memory, scratch);
      sum(maps, (samples - 1) * plane + geometry.flat(), scratch);
    }
    int to = result + (group * geometry.maps() + map) * places.length;
    for (int i = 0; i < maps; i++) {
      for (int j = 0; j < places.length; j++) {
        memory[to + i * places.length + j] = total(floats, sums, i, j);
      }
    }
    if (epilogue != null) {
      epilogue.apply(memory, to, places.length, 0, map, 0, maps, places.length);
    }
  }

  private void layImages(int sample, int samples, float[] memory, Scratch scratch) {
    Geometry g = geometry;
    float[] floats = scratch.floats();
    int channel = scratch.start() + sumFloats();
    for (int c = 0; c < g.channels(); c++) {
      for (int s = 0; s < samples; s++) {
        int from = images + ((sample + s) * g.channels() + c) * g.height() * g.width();
        ofImages.lay(memory, from, 0, g.laidRows(), floats, channel + s * plane, run);
      }
      for (int phase = 0; phase < ofImages.phases(); phase++) {
        int end = channel + phase * run + samples * plane;
        Arrays.fill(floats, end, end + kernel.lanes(), 0f);
      }
      channel += ofImages.phases() * run;
    }
  }

  /** Rows beyond the last window are zeros: they meet the next sample's images. */
  private void layGradients(
      int sample, int samples, int map, int maps, float[] memory, Scratch scratch) {
    Geometry g = geometry;
    float[] floats = scratch.floats();
    for (int o = 0; o < maps; o++) {
      int at = scratch.start() + sumFloats() + imageFloats() + o * run;
      for (int s = 0; s < samples; s++) {
        int from = gradients + ((sample + s) * g.maps() + map + o) * g.rows() * g.columns();
        ofGradients.lay(memory, from, 0, g.laidRows(), floats, at + s * plane, run);
      }
      int end = at + samples * plane;
      Arrays.fill(floats, end, end + kernel.lanes(), 0f);
    }
  }

  private void sum(int maps, int windows, Scratch scratch) {
    float[] floats = scratch.floats();
    int lanes = kernel.lanes();
    int length = (windows + lanes - 1) / lanes * lanes;
    for (int f = 0; f < length; f += STRETCH) {
      int count = Math.min(STRETCH, length - f);
      int at = scratch.start();
      for (int i = 0; i < maps; i += DOTS) {
        int image = scratch.start() + sumFloats() + f;
        int a = image + imageFloats() + i * run;
        int rows = Math.min(DOTS, maps - i);
        for (int j = 0; j < places.length; j += DOTS) {
          int columns = Math.min(DOTS, places.length - j);
          kernel.dots(floats, a, run, rows, image, places, j, columns, count, floats, at);
          at += tileFloats();
        }
      }
    }
  }

  private float total(float[] sums, int start, int i, int j) {
    int tile = i / DOTS * tilesAcross() + j / DOTS;
    int at = start + tile * tileFloats() + (i % DOTS * DOTS + j % DOTS) * kernel.lanes();
    // Four sums side by side do not wait for one another; lanes are a multiple of four.
    float s0 = 0f;
    float s1 = 0f;
    float s2 = 0f;
    float s3 = 0f;
    for (int lane = at; lane < at + kernel.lanes(); lane += 4) {
      s0 += sums[lane];
      s1 += sums[lane + 1];
      s2 += sums[lane + 2];
      s3 += sums[lane + 3];
    }
    return s0 + s1 + (s2 + s3);
  }
}
