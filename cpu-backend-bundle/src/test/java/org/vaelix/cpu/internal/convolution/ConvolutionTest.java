package org.vaelix.cpu.internal.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.matrix.Runner;
import org.vaelix.cpu.internal.schedule.Task;
import org.vaelix.testkit.Backends;

/** Convolutions and both adjoints agree with the reference backend, whoever computes them. */
class ConvolutionTest {
  private static final float GUARD = -7.25f;
  private static final List<Op> OPERATIONS =
      List.of(Op.CONV2D, Op.CONV2D_INPUT_GRADIENT, Op.CONV2D_FILTER_GRADIENT);

  static Stream<ConvolutionKernel> kernels() {
    return Stream.of(new VectorConvolutionKernel(), new PlainConvolutionKernel());
  }

  /** Shapes of x, w and y. */
  private record Setting(Shape x, Shape w, Shape y, Attributes.Convolution attributes) {
    static Setting of(Shape x, Shape w, Attributes.Convolution attributes) {
      Graph graph = new Graph();
      Shape y = graph.input("x", x).conv2d(graph.input("w", w), attributes).shape();
      return new Setting(x, w, y, attributes);
    }

    Shape first(Op op) {
      return op == Op.CONV2D_INPUT_GRADIENT ? w : x;
    }

    Shape second(Op op) {
      return op == Op.CONV2D ? w : y;
    }

    Shape result(Op op) {
      return op == Op.CONV2D ? y : op == Op.CONV2D_INPUT_GRADIENT ? x : w;
    }

    /** How many products a value of the result sums, at most. */
    int terms(Op op) {
      return switch (op) {
        case CONV2D -> w.elements() / w.size(0);
        case CONV2D_INPUT_GRADIENT -> w.elements() / w.size(1);
        default -> y.elements() / y.size(1);
      };
    }

    Tensor node(Op op, Tensor a, Tensor b) {
      return switch (op) {
        case CONV2D -> a.conv2d(b, attributes);
        case CONV2D_INPUT_GRADIENT -> a.conv2dInputGradient(b, attributes, x);
        default -> a.conv2dFilterGradient(b, attributes, w);
      };
    }

    Convolution plan(Op op, ConvolutionKernel kernel) {
      Geometry geometry = Geometry.of(x, w, y, attributes);
      return switch (op) {
        case CONV2D -> new Forward(kernel, geometry);
        case CONV2D_INPUT_GRADIENT -> new InputGradient(kernel, geometry);
        default -> new FilterGradient(kernel, geometry, false);
      };
    }
  }

  /** One operation in one memory; the last operand ends where the memory does. */
  private static final class Laid {
    final Setting setting;
    final Op op;
    final float[] memory;
    final Operands operands;
    final int workspaceFloats;
    final List<Task> tasks;

    Laid(Setting setting, Op op, ConvolutionKernel kernel, Random random) {
      this(setting, op, setting.plan(op, kernel), random);
    }

    Laid(Setting setting, Op op, Convolution plan, Random random) {
      this.setting = setting;
      this.op = op;
      workspaceFloats = plan.workspaceFloats();
      int c = 3;
      int workspace = c + setting.result(op).elements() + 4;
      int b = workspace + workspaceFloats + 4;
      int a = b + setting.second(op).elements() + 4;
      operands = new Operands(a, b, c, workspace);
      memory = new float[a + setting.first(op).elements()];
      Arrays.fill(memory, GUARD);
      Arrays.fill(memory, workspace, workspace + workspaceFloats, Float.NaN);
      fill(a, setting.first(op), random);
      fill(b, setting.second(op), random);
      tasks = plan.tasks(operands);
    }

    private void fill(int offset, Shape shape, Random random) {
      for (int i = 0; i < shape.elements(); i++) {
        memory[offset + i] = (float) random.nextGaussian();
      }
    }

    float[] values(int offset, Shape shape) {
      return Arrays.copyOfRange(memory, offset, offset + shape.elements());
    }

    float[] result() {
      return values(operands.c(), setting.result(op));
    }

    /** The reference's results for the operands and for their absolute values. */
    double[][] reference() {
      Graph graph = new Graph();
      Tensor a = graph.input("a", setting.first(op));
      Tensor b = graph.input("b", setting.second(op));
      graph.output("sum", setting.node(op, a, b));
      graph.output("size", setting.node(op, a.abs(), b.abs()));
      try (Program program = Backends.compile(Backends.reference(), graph)) {
        Program.Outputs outputs =
            program.run(
                1,
                0,
                Map.of(
                    "a", HostArray.of(a.shape(), values(operands.a(), a.shape())),
                    "b", HostArray.of(b.shape(), values(operands.b(), b.shape()))));
        return new double[][] {outputs.get("sum").toDoubles(), outputs.get("size").toDoubles()};
      }
    }

    void check() {
      check(reference());
    }

    /** Places whose rows are computed together share what is lost in rounding. */
    void checkTogether() {
      double[][] expected = reference();
      Shape result = setting.result(op);
      int image = result.size(2) * result.size(3);
      for (int from = 0; from < expected[1].length; from += image) {
        double most = Arrays.stream(expected[1], from, from + image).max().orElseThrow();
        Arrays.fill(expected[1], from, from + image, most);
      }
      check(expected);
    }

    private void check(double[][] expected) {
      float[] before = memory.clone();
      Runner.shuffled(tasks, memory, new Random(9));
      float[] actual = result();
      for (int i = 0; i < actual.length; i++) {
        double bound = (setting.terms(op) + 2) * 0x1p-24 * expected[1][i];
        assertEquals(expected[0][i], actual[i], bound, op + " of " + setting + " at " + i);
      }
      Shape result = setting.result(op);
      for (int at = 0; at < memory.length; at++) {
        boolean own = at >= operands.workspace() && at < operands.workspace() + workspaceFloats;
        boolean in = at >= operands.c() && at < operands.c() + result.elements();
        assertTrue(own || in || memory[at] == before[at], "written outside, at " + at);
      }
    }
  }

  private static Setting random(Random random) {
    int u = 1 + random.nextInt(4);
    int v = 1 + random.nextInt(4);
    int channels = 1 + random.nextInt(10);
    int maps = 1 + random.nextInt(18);
    Attributes.Convolution attributes =
        new Attributes.Convolution(
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            random.nextInt(4),
            random.nextInt(4),
            random.nextInt(4),
            random.nextInt(4));
    int samples = 1 + random.nextInt(3);
    Shape x = Shape.of(samples, channels, u + random.nextInt(15), v + random.nextInt(70));
    return Setting.of(x, Shape.of(maps, channels, u, v), attributes);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void agreesWithTheReference(ConvolutionKernel kernel) {
    Random random = new Random(1);
    for (int round = 0; round < 40; round++) {
      Setting setting = random(random);
      for (Op op : OPERATIONS) {
        new Laid(setting, op, kernel, random).check();
      }
    }
  }

  /** What lies ready, several groups of samples, a stride longer than the filter. */
  private static List<Setting> special() {
    return List.of(
        Setting.of(Shape.of(3, 7, 8, 16), Shape.of(9, 7, 1, 1), Attributes.Convolution.of(1, 0)),
        Setting.of(Shape.of(2, 5, 12, 18), Shape.of(8, 5, 3, 3), Attributes.Convolution.of(1, 0)),
        Setting.of(Shape.of(9, 4, 32, 32), Shape.of(12, 4, 3, 3), Attributes.Convolution.of(1, 1)),
        Setting.of(Shape.of(9, 4, 64, 64), Shape.of(6, 4, 4, 4), Attributes.Convolution.of(2, 1)),
        Setting.of(Shape.of(2, 3, 9, 11), Shape.of(4, 3, 2, 1), Attributes.Convolution.of(3, 0)));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void specialSizesAgreeToo(ConvolutionKernel kernel) {
    for (Setting setting : special()) {
      for (Op op : OPERATIONS) {
        new Laid(setting, op, kernel, new Random(2)).check();
      }
    }
  }

  @Test
  void filtersOfOnePixelAreMatrixProducts() {
    Setting s =
        Setting.of(Shape.of(3, 7, 8, 17), Shape.of(9, 7, 1, 1), Attributes.Convolution.of(1, 0));
    Convolution forward = Convolution.forward(s.x(), s.w(), s.y(), s.attributes());
    Convolution back = Convolution.inputGradient(s.w(), s.y(), s.x(), s.attributes());
    assertInstanceOf(Pointwise.class, forward);
    assertInstanceOf(Pointwise.class, back);
    new Laid(s, Op.CONV2D, forward, new Random(8)).check();
    new Laid(s, Op.CONV2D_INPUT_GRADIENT, back, new Random(8)).check();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void orderAndThreadsChangeNoBit(ConvolutionKernel kernel) {
    for (Setting setting : special()) {
      for (Op op : OPERATIONS) {
        Laid first = new Laid(setting, op, kernel, new Random(3));
        Laid second = new Laid(setting, op, kernel, new Random(3));
        Laid third = new Laid(setting, op, kernel, new Random(3));
        Runner.run(first.tasks, first.memory);
        Runner.shuffled(second.tasks, second.memory, new Random(4));
        Runner.threads(third.tasks, third.memory, 3);
        assertArrayEquals(first.result(), second.result());
        assertArrayEquals(first.result(), third.result());
      }
    }
  }

  private static Setting filterOfThreeRows(Random random) {
    int v = 1 + random.nextInt(4);
    int channels = 8 + random.nextInt(12);
    Attributes.Convolution attributes =
        new Attributes.Convolution(
            1, 1, random.nextInt(3), random.nextInt(v), random.nextInt(4), random.nextInt(4));
    int samples = 1 + random.nextInt(9);
    Shape x = Shape.of(samples, channels, 6 + random.nextInt(13), v + random.nextInt(70));
    return Setting.of(x, Shape.of(8 + random.nextInt(12), channels, 3, v), attributes);
  }

  private static Convolution halved(Op op, Setting s, ConvolutionKernel kernel) {
    Geometry geometry = Geometry.of(s.x(), s.w(), s.y(), s.attributes());
    assertTrue(Winograd.suits(geometry), "it has three rows");
    return op == Op.CONV2D_FILTER_GRADIENT
        ? FilterGradient.of(kernel, geometry)
        : new Winograd(kernel, geometry, op == Op.CONV2D_INPUT_GRADIENT);
  }

  /** Within the bound of plain sums, which are of at least 72 terms here. */
  @ParameterizedTest
  @MethodSource("kernels")
  void halfTheProductsGiveTheSameResults(ConvolutionKernel kernel) {
    Random random = new Random(11);
    for (int round = 0; round < 25; round++) {
      Setting setting = filterOfThreeRows(random);
      for (Op op : OPERATIONS) {
        new Laid(setting, op, halved(op, setting, kernel), random).checkTogether();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void orderAndThreadsChangeNoBitOfThemEither(ConvolutionKernel kernel) {
    Setting setting =
        Setting.of(
            Shape.of(9, 12, 32, 32), Shape.of(20, 12, 3, 3), Attributes.Convolution.of(1, 1));
    for (Op op : OPERATIONS) {
      Laid first = new Laid(setting, op, halved(op, setting, kernel), new Random(3));
      Laid second = new Laid(setting, op, halved(op, setting, kernel), new Random(3));
      Laid third = new Laid(setting, op, halved(op, setting, kernel), new Random(3));
      Runner.run(first.tasks, first.memory);
      Runner.shuffled(second.tasks, second.memory, new Random(4));
      Runner.threads(third.tasks, third.memory, 3);
      assertArrayEquals(first.result(), second.result());
      assertArrayEquals(first.result(), third.result());
    }
  }

  private static double inner(float[] a, float[] b) {
    assertEquals(a.length, b.length);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void gradientsAreAdjoints(ConvolutionKernel kernel) {
    Random random = new Random(5);
    for (int round = 0; round < 30; round++) {
      Setting s = random(random);
      Laid y = new Laid(s, Op.CONV2D, kernel, random);
      Laid toInput = new Laid(s, Op.CONV2D_INPUT_GRADIENT, kernel, random);
      Laid toFilter = new Laid(s, Op.CONV2D_FILTER_GRADIENT, kernel, random);
      float[] x = y.values(y.operands.a(), s.x());
      float[] w = y.values(y.operands.b(), s.w());
      float[] g = toInput.values(toInput.operands.b(), s.y());
      System.arraycopy(w, 0, toInput.memory, toInput.operands.a(), w.length);
      System.arraycopy(x, 0, toFilter.memory, toFilter.operands.a(), x.length);
      System.arraycopy(g, 0, toFilter.memory, toFilter.operands.b(), g.length);
      List.of(y, toInput, toFilter).forEach(laid -> Runner.run(laid.tasks, laid.memory));
      double expected = inner(y.result(), g);
      double allowed = 1e-5 * (inner(y.result(), y.result()) + inner(g, g));
      assertEquals(expected, inner(x, toInput.result()), allowed);
      assertEquals(expected, inner(w, toFilter.result()), allowed);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void notANumberReachesWhatItTouchesAndNothingElse(ConvolutionKernel kernel) {
    Setting setting =
        Setting.of(Shape.of(2, 3, 9, 20), Shape.of(5, 3, 3, 3), Attributes.Convolution.of(1, 1));
    Laid laid = new Laid(setting, Op.CONV2D, kernel, new Random(7));
    laid.memory[laid.operands.a() + (1 * 3 + 2) * 180 + 4 * 20 + 19] = Float.NaN;
    Runner.run(laid.tasks, laid.memory);
    float[] y = laid.result();
    for (int i = 0; i < y.length; i++) {
      int sample = i / (5 * 180);
      int row = i % 180 / 20;
      int column = i % 20;
      boolean touched = sample == 1 && Math.abs(row - 4) <= 1 && column >= 18;
      assertEquals(touched, Float.isNaN(y[i]));
    }
  }
}
