package org.vaelix.cpu.internal.math;

import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.testkit.Backends;

/** Asks the reference backend, and measures errors. */
final class Exact {
  private Exact() {}

  /** {@return the function in double precision; NaN of NaN without asking} */
  static double[] byReference(Op op, int order, float[] x) {
    double[] numbers = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      numbers[i] = Float.isNaN(x[i]) ? 1 : x[i];
    }
    Graph graph = new Graph();
    Shape shape = Shape.of(x.length);
    graph.output("y", node(op, order, graph.input("x", shape)));
    try (Program program = Backends.compile(Backends.reference(), graph)) {
      Map<String, HostArray> inputs = Map.of("x", HostArray.of(shape, numbers));
      double[] y = program.run(0, 0, inputs).get("y").toDoubles();
      for (int i = 0; i < x.length; i++) {
        y[i] = Float.isNaN(x[i]) ? Double.NaN : y[i];
      }
      return y;
    }
  }

  private static Tensor node(Op op, int order, Tensor x) {
    return switch (op) {
      case ERF -> x.erf();
      case LGAMMA -> x.lgamma();
      case DIGAMMA -> x.digamma();
      case POLYGAMMA -> x.polygamma(order);
      default -> throw new AssertionError(op);
    };
  }

  /**
   * {@return the error in units in the last place of the exact result as a float} Infinite where
   * one is NaN and the other is not, where infinities differ, and where zeros differ in sign.
   */
  static double ulps(double exact, float found) {
    float nearest = (float) exact;
    if (Float.isNaN(nearest) || Float.isInfinite(nearest) || Float.isInfinite(found)) {
      boolean same = Float.compare(nearest, found) == 0;
      return same || overflowAtTheEdge(exact, found) ? 0 : Double.POSITIVE_INFINITY;
    }
    if (exact == 0) {
      return Float.compare(nearest, found) == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.abs(exact - found) / Math.ulp(nearest);
  }

  /** One unit beyond the largest float, either of it and infinity will do. */
  private static boolean overflowAtTheEdge(double exact, float found) {
    double edge = Float.MAX_VALUE;
    double size = Math.abs(exact);
    return Math.abs(found) >= edge
        && Math.signum(exact) == Math.signum(found)
        && size > edge - 4 * Math.ulp(Float.MAX_VALUE)
        && size < edge + 4 * Math.ulp(Float.MAX_VALUE);
  }
}
