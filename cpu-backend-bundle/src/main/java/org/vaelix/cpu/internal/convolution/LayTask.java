package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Lays images out with their padding. Each part lays some images. */
final class LayTask implements Task {
  /** About how many floats a part writes. */
  private static final int PART = 32_768;

  private final Planes planes;
  private final int from;
  private final int to;
  private final int perPart;

  LayTask(Planes planes, int from, int to) {
    this.planes = planes;
    this.from = from;
    this.to = to;
    this.perPart = Math.max(1, PART / planes.image());
  }

  @Override
  public int parts() {
    return (planes.images() + perPart - 1) / perPart;
  }

  @Override
  public long nanoseconds() {
    return planes.floats() / 4;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int last = Math.min(planes.images(), (part + 1) * perPart);
    for (int image = part * perPart; image < last; image++) {
      for (int a = 0; a < planes.phasesDown(); a++) {
        for (int b = 0; b < planes.phasesAcross(); b++) {
          phase(image, a, b, memory);
        }
      }
    }
  }

  private void phase(int image, int a, int b, float[] memory) {
    int phase = image * planes.phasesDown() * planes.phasesAcross() + a * planes.phasesAcross() + b;
    int out = to + phase * planes.plane();
    int in = from + image * planes.height() * planes.width();
    int end = out + planes.plane();
    for (int row = 0; row < planes.rows(); row++) {
      int h = row * planes.strideHeight() + a - planes.top();
      if (h < 0 || h >= planes.height()) {
        Arrays.fill(memory, out, out + planes.columns(), 0f);
      } else {
        row(memory, in + h * planes.width(), b - planes.left(), out);
      }
      out += planes.columns();
    }
    Arrays.fill(memory, out, end, 0f);
  }

  /** One row: column q comes from q · stride + shift, or is zero where that is outside. */
  private void row(float[] memory, int in, int shift, int out) {
    int stride = planes.strideWidth();
    int columns = planes.columns();
    int first = Math.min(columns, Math.max(0, -Math.floorDiv(shift, stride)));
    int beyond = Math.floorDiv(planes.width() - 1 - shift, stride) + 1;
    int last = Math.max(first, Math.min(columns, beyond));
    Arrays.fill(memory, out, out + first, 0f);
    if (stride == 1) {
      System.arraycopy(memory, in + first + shift, memory, out + first, last - first);
    } else {
      for (int q = first; q < last; q++) {
        memory[out + q] = memory[in + q * stride + shift];
      }
    }
    Arrays.fill(memory, out + last, out + columns, 0f);
  }
}
