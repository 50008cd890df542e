package org.vaelix.cpu.internal.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Prints how fast products are, beside the fused multiply-adds that one core can do at most. Not a
 * test: run its main method with {@code --add-modules jdk.incubator.vector}.
 */
public final class MatrixSpeed {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static float sink;

  private MatrixSpeed() {}

  /** Prints the table; with the argument {@code plain}, of the kernel without the Vector API. */
  public static void main(String[] arguments) {
    MatrixKernel kernel = arguments.length > 0 ? new PlainKernel() : new VectorKernel();
    double peak = peak();
    System.out.printf(Locale.ROOT, "FMA peak of one core: %.0f GFLOP/s%n", peak);
    System.out.println("      m    n    k  T  one thread  of peak  two threads");
    int[][] shapes = {
      {128, 512, 512},
      {128, 512, 784},
      {128, 784, 512},
      {64, 100, 64},
      {64, 64, 100},
      {64, 64, 64},
      {64, 64, 8},
      {64, 8, 64},
      {1, 512, 512},
      {128, 16, 512},
      {128, 512, 16},
      {1024, 1024, 1024}
    };
    for (int[] s : shapes) {
      line(kernel, Product.of(s[0], s[1], s[2], false, false), peak);
    }
    line(kernel, Product.of(128, 512, 512, false, true), peak);
    line(kernel, Product.of(128, 512, 784, false, true), peak);
    line(kernel, Product.of(64, 64, 64, false, true), peak);
    line(kernel, Product.of(64, 64, 100, false, true), peak);
    line(kernel, Product.of(512, 784, 128, true, false), peak);
    line(kernel, Product.of(784, 512, 128, true, false), peak);
    line(kernel, Product.of(512, 512, 128, true, false), peak);
    line(kernel, Product.of(64, 100, 64, true, false), peak);
    line(kernel, Product.of(100, 64, 64, true, false), peak);
    line(kernel, Product.of(2048, 512, 512, false, true), peak);
  }

  private static void line(MatrixKernel kernel, Product product, double peak) {
    double one = speed(kernel, product, 1);
    double two = speed(kernel, product, 2);
    System.out.printf(
        Locale.ROOT,
        "  %5d%5d%5d  %s%s  %7.1f  %7.0f %%  %9.1f%n",
        product.m(),
        product.n(),
        product.k(),
        product.transposeA() ? "a" : "-",
        product.transposeB() ? "b" : "-",
        one,
        100 * one / peak,
        two);
  }

  /** Best of many runs, in floating-point operations per nanosecond. */
  private static double speed(MatrixKernel kernel, Product product, int threads) {
    MatrixProduct plan = MatrixProduct.plan(kernel, product);
    int a = 0;
    int b = a + product.m() * product.k();
    int c = b + product.n() * product.k();
    int workspace = c + product.m() * product.n();
    float[] memory = new float[workspace + plan.workspaceFloats() + 64];
    Random random = new Random(1);
    for (int i = 0; i < c; i++) {
      memory[i] = (float) random.nextGaussian();
    }
    List<Task> tasks = plan.tasks(new Operands(a, b, c, workspace));
    int repeats = (int) Math.max(1, 2e7 / product.operations());
    int rounds = 60;
    double best = timed(tasks, memory, threads, rounds, repeats);
    return product.operations() / best;
  }

  /** The shortest time of the tasks in nanoseconds. */
  public static double timed(
      List<Task> tasks, float[] memory, int threads, int rounds, int repeats) {
    long[] start = {0};
    CyclicBarrier barrier = new CyclicBarrier(threads, () -> start[0] = System.nanoTime());
    AtomicInteger[] counters = new AtomicInteger[tasks.size() * repeats];
    AtomicInteger[] arrived = new AtomicInteger[counters.length];
    double[] best = {Double.MAX_VALUE};
    Thread[] team = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      boolean first = t == 0;
      team[t] =
          new Thread(
              () -> {
                Scratch scratch =
                    new Scratch(
                        new float[tasks.stream().mapToInt(Task::scratchFloats).max().getAsInt()],
                        0);
                for (int round = 0; round < rounds; round++) {
                  if (first) {
                    for (int i = 0; i < counters.length; i++) {
                      counters[i] = new AtomicInteger();
                      arrived[i] = new AtomicInteger();
                    }
                  }
                  meet(barrier);
                  for (int i = 0; i < counters.length; i++) {
                    parts(tasks.get(i % tasks.size()), memory, scratch, counters[i]);
                    arrived[i].incrementAndGet();
                    while (threads > 1 && arrived[i].get() < threads) {
                      Thread.onSpinWait();
                    }
                  }
                  if (first) {
                    best[0] = Math.min(best[0], (System.nanoTime() - start[0]) / (double) repeats);
                  }
                  meet(barrier);
                }
              });
      team[t].start();
    }
    try {
      for (Thread thread : team) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return best[0];
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void parts(Task task, float[] memory, Scratch scratch, AtomicInteger next) {
    for (int p = next.getAndIncrement(); p < task.parts(); p = next.getAndIncrement()) {
      task.run(p, memory, scratch);
    }
  }

  /** {@return what one core does with fused multiply-adds in registers, per nanosecond} */
  public static double peak() {
    double best = 0;
    float[] data = new float[16 * S.length()];
    for (int round = 0; round < 300; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        multiplyAdds(data, 2000);
      }
      double time = System.nanoTime() - start;
      best = Math.max(best, 20.0 * 2000 * 12 * 2 * S.length() / time);
    }
    sink = data[0];
    return best;
  }

  /** Twelve independent chains: more than latency times units on any machine known. */
  private static void multiplyAdds(float[] data, int times) {
    FloatVector x = FloatVector.broadcast(S, 0.999f);
    FloatVector y = FloatVector.broadcast(S, 0.001f);
    FloatVector c0 = x;
    FloatVector c1 = x;
    FloatVector c2 = x;
    FloatVector c3 = x;
    FloatVector c4 = x;
    FloatVector c5 = x;
    FloatVector c6 = x;
    FloatVector c7 = x;
    FloatVector c8 = x;
    FloatVector c9 = x;
    FloatVector c10 = x;
    FloatVector c11 = x;
    for (int i = 0; i < times; i++) {
      c0 = c0.fma(x, y);
      c1 = c1.fma(x, y);
      c2 = c2.fma(x, y);
      c3 = c3.fma(x, y);
      c4 = c4.fma(x, y);
      c5 = c5.fma(x, y);
      c6 = c6.fma(x, y);
      c7 = c7.fma(x, y);
      c8 = c8.fma(x, y);
      c9 = c9.fma(x, y);
      c10 = c10.fma(x, y);
      c11 = c11.fma(x, y);
    }
    c0.add(c1).add(c2).add(c3).add(c4).add(c5).intoArray(data, 0);
    c6.add(c7).add(c8).add(c9).add(c10).add(c11).intoArray(data, S.length());
  }
}
