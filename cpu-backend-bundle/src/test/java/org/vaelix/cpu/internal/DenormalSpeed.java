package org.vaelix.cpu.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Profile.Times;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Prints how much longer a program takes on denormal numbers, those below 1.2e-38, than on ordinary
 * ones; both take turns. Not a test: run its main method with {@code --add-modules
 * jdk.incubator.vector}. What processors make of denormal numbers differs much.
 */
public final class DenormalSpeed {
  private static final int ROWS = 512;
  private static final int COLUMNS = 512;
  private static final int WARM_UP = 300;
  private static final int RUNS = 401;

  /** A result of two inputs of the same shape. */
  private interface Formula {
    Tensor of(Tensor a, Tensor b);
  }

  private DenormalSpeed() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.println("                                   ordinary   denormal  ratio");
    line("product, left operand denormal", Tensor::matmul, 1e-3, 1e-3, 1e-39, 1e-3);
    line("product, right operand denormal", Tensor::matmul, 1e-3, 1e-3, 1e-3, 1e-39);
    line("product, its terms denormal", Tensor::matmul, 1e-3, 1e-3, 1e-20, 1e-20);
    line("a + b, all denormal", Tensor::add, 1e-3, 1e-3, 1e-40, 1e-40);
    line("a · b, result denormal", Tensor::multiply, 1e-3, 1e-3, 1e-20, 1e-20);
    line("a · b, operand denormal", Tensor::multiply, 1e-3, 1e-3, 1e-40, 1);
    line("a ÷ b, operand denormal", Tensor::divide, 1e-3, 1e-3, 1e-40, 1);
    line("fading average of denormals", DenormalSpeed::fading, 1e-3, 1e-3, 1e-40, 1e-40);
    line("√a", (a, b) -> a.sqrt(), 1e-3, 1, 1e-40, 1);
    line("exp, result denormal", (a, b) -> a.exp(), -1, 1, -90, 1);
    line("ln", (a, b) -> a.log(), 1e-3, 1, 1e-40, 1);
    line("tanh", (a, b) -> a.tanh(), 1e-3, 1, 1e-40, 1);
    line("σ", (a, b) -> a.sigmoid(), 1e-3, 1, -90, 1);
    line("ln Γ", (a, b) -> a.lgamma(), 1e-3, 1, 1e-40, 1);
    line("sum", (a, b) -> a.sum(1), 1e-3, 1, 1e-40, 1);
    dead(RUNS);
    dead(3000);
    line("Adam's step, moments denormal", DenormalSpeed::adam, 1e-3, 1e-3, 1e-40, 1e-40);
  }

  /** An optimiser's rule once its gradient has been 0 for some steps, beside the first of them. */
  private static void dead(int after) {
    Graph graph = new Graph();
    Shape shape = Shape.of(ROWS, COLUMNS);
    Tensor gradient = graph.input("gradient", shape);
    Tensor weight = graph.state("weight", shape, (s, r) -> new double[s.elements()]);
    Tensor a = graph.state("first", shape, (s, r) -> new double[s.elements()]);
    Tensor b = graph.state("second", shape, (s, r) -> new double[s.elements()]);
    Tensor first = a.multiply(0.9).add(gradient.multiply(0.1));
    Tensor second = b.multiply(0.999).add(gradient.square().multiply(0.001));
    graph.update(a, first);
    graph.update(b, second);
    graph.update(weight, weight.subtract(first.divide(second.sqrt().add(1e-8)).multiply(1e-3)));
    try (Program program = new CpuBackend().compile(graph, new CpuBackend.Options(1))) {
      Map<String, HostArray> alive = Map.of("gradient", all(shape, 1e-3));
      Map<String, HostArray> gone = Map.of("gradient", all(shape, 0));
      long[] before = new long[WARM_UP];
      for (int i = 0; i < 2 * WARM_UP; i++) {
        before[i % WARM_UP] = time(program, alive, i);
      }
      long[] times = new long[RUNS];
      for (int i = 0; i < after; i++) {
        times[i % RUNS] = time(program, gone, i);
      }
      print("Adam, dead for " + after + " steps", before, times);
    }
  }

  private static Tensor fading(Tensor a, Tensor b) {
    return a.multiply(0.9).add(b.multiply(0.1));
  }

  /** Of moments a and b, with a gradient of 0. */
  private static Tensor adam(Tensor a, Tensor b) {
    Tensor first = a.multiply(0.9);
    Tensor second = b.multiply(0.999);
    return first.divide(second.sqrt().add(1e-8)).multiply(1e-3);
  }

  private static void line(String name, Formula formula, double a, double b, double x, double y) {
    Graph graph = new Graph();
    Shape shape = Shape.of(ROWS, COLUMNS);
    graph.output("y", formula.of(graph.input("a", shape), graph.input("b", shape)));
    try (Program program = new CpuBackend().compile(graph, new CpuBackend.Options(1))) {
      Map<String, HostArray> ordinary = Map.of("a", all(shape, a), "b", all(shape, b));
      Map<String, HostArray> denormal = Map.of("a", all(shape, x), "b", all(shape, y));
      for (int i = 0; i < WARM_UP; i++) {
        program.run(0, i, ordinary);
        program.run(0, i, denormal);
      }
      long[] first = new long[RUNS];
      long[] second = new long[RUNS];
      for (int i = 0; i < RUNS; i++) {
        first[i] = time(program, ordinary, 1);
        second[i] = time(program, denormal, 1);
      }
      print(name, first, second);
    }
  }

  private static void print(String name, long[] ordinary, long[] denormal) {
    double before = Times.of(ordinary).low();
    double after = Times.of(denormal).low();
    System.out.printf(
        Locale.ROOT,
        "%-32s %7.1f µs %7.1f µs  %5.2f%n",
        name,
        before / 1e3,
        after / 1e3,
        after / before);
  }

  private static HostArray all(Shape shape, double value) {
    float[] values = new float[shape.elements()];
    Arrays.fill(values, (float) value);
    return HostArray.of(shape, values);
  }

  private static long time(Program program, Map<String, HostArray> inputs, int step) {
    long start = System.nanoTime();
    program.run(0, step, inputs);
    return System.nanoTime() - start;
  }
}
