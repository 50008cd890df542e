package org.vaelix.cpu.internal.convolution;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.cpu.internal.matrix.MatrixSpeed;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Prints how fast convolutions are, layouts included. Not a test: run its main method with {@code
 * --add-modules jdk.incubator.vector}.
 */
public final class ConvolutionSpeed {
  private ConvolutionSpeed() {}

  /** Prints the table: 32 images through the sizes of a U-Net, in GFLOP/s on one thread. */
  public static void main(String[] arguments) {
    double peak = MatrixSpeed.peak();
    System.out.printf(Locale.ROOT, "FMA peak of one core: %.0f GFLOP/s%n", peak);
    System.out.println("  in  out size filter stride   forward  to input  to filter (GFLOP/s)");
    line(1, 16, 64, 3, 1);
    line(16, 16, 64, 3, 1);
    line(16, 32, 64, 4, 2);
    line(32, 32, 32, 3, 1);
    line(64, 64, 16, 3, 1);
    line(128, 128, 8, 3, 1);
    line(32, 32, 32, 1, 1);
  }

  private static void line(int channels, int maps, int size, int filter, int stride) {
    Attributes.Convolution attributes = Attributes.Convolution.of(stride, (filter - 1) / 2);
    Graph graph = new Graph();
    Shape x = Shape.of(32, channels, size, size);
    Shape w = Shape.of(maps, channels, filter, filter);
    Shape y = graph.input("x", x).conv2d(graph.input("w", w), attributes).shape();
    double operations = Geometry.of(x, w, y, attributes).operations();
    double forward = time(Convolution.forward(x, w, y, attributes), x, w, y);
    double toInput = time(Convolution.inputGradient(w, y, x, attributes), w, y, x);
    double toFilter = time(Convolution.filterGradient(x, y, w, attributes), x, y, w);
    System.out.printf(
        Locale.ROOT,
        "%4d %4d %4d %4d %6d %11.1f %9.1f %10.1f%n",
        channels,
        maps,
        size,
        filter,
        stride,
        operations / forward,
        operations / toInput,
        operations / toFilter);
  }

  private static double time(Convolution plan, Shape first, Shape second, Shape result) {
    int b = first.elements();
    int c = b + second.elements();
    int workspace = c + result.elements();
    float[] memory = new float[workspace + plan.workspaceFloats() + 64];
    Random random = new Random(1);
    for (int i = 0; i < c; i++) {
      memory[i] = (float) random.nextGaussian();
    }
    List<Task> tasks = plan.tasks(new Operands(0, b, c, workspace));
    return MatrixSpeed.timed(tasks, memory, 1, 25, 1);
  }
}
