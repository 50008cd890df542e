package org.vaelix.likelihoods.internal.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.testkit.Evaluation;
import org.vaelix.testkit.PartHarness;

/**
 * Minimises a scalar over all trainable variables of a graph, on the reference backend: BFGS with
 * halving steps (Nocedal and Wright 2006, algorithm 6.1), deterministic.
 */
public final class Bfgs {
  private static final int STEPS = 500;

  private final List<Variable> variables;
  private final Evaluation evaluation;
  private double value;
  private double[] gradient;

  private Bfgs(PartHarness harness, Tensor scalar, List<Tensor> results) {
    variables = harness.graph().variables().stream().filter(Variable::isTrainable).toList();
    List<Tensor> computed = new ArrayList<>(List.of(scalar));
    computed.addAll(Gradients.of(scalar, variables.stream().map(Variable::tensor).toList()));
    computed.addAll(results);
    evaluation = harness.compile(computed);
  }

  /** {@return the results' values where the scalar is smallest, the scalar's in front} */
  public static List<double[]> minimise(PartHarness harness, Tensor scalar, Tensor... results) {
    Bfgs descent = new Bfgs(harness, scalar, List.of(results));
    try (Evaluation evaluation = descent.evaluation) {
      descent.run();
      List<double[]> all = evaluation.run();
      List<double[]> wanted = new ArrayList<>(List.of(all.get(0)));
      wanted.addAll(all.subList(1 + descent.variables.size(), all.size()));
      return wanted;
    }
  }

  private void run() {
    double[] at = position();
    evaluate(at);
    int n = at.length;
    double[][] inverse = identity(n);
    for (int step = 0; step < STEPS && norm(gradient) > 1e-7; step++) {
      double[] before = gradient;
      double[] move = search(at, times(inverse, gradient));
      if (move == null) {
        return;
      }
      double[] change = new double[n];
      Arrays.setAll(change, i -> gradient[i] - before[i]);
      update(inverse, move, change);
      double[] from = at;
      at = new double[n];
      double[] to = at;
      Arrays.setAll(to, i -> from[i] + move[i]);
    }
  }

  /** Against the direction, half as far until the value falls as its slope promises; or null. */
  private double[] search(double[] at, double[] direction) {
    double old = value;
    double slope = dot(gradient, direction);
    for (double share = 1; share > 1e-12; share /= 2) {
      double s = share;
      double[] move = Arrays.stream(direction).map(d -> -s * d).toArray();
      double[] to = new double[at.length];
      Arrays.setAll(to, i -> at[i] + move[i]);
      double[] kept = gradient;
      evaluate(to);
      if (value <= old - 1e-4 * share * slope) {
        return move;
      }
      gradient = kept;
    }
    evaluate(at);
    return null;
  }

  private static void update(double[][] inverse, double[] s, double[] y) {
    double curvature = dot(s, y);
    if (curvature <= 1e-14) {
      return;
    }
    double[] hy = times(inverse, y);
    double factor = (1 + dot(y, hy) / curvature) / curvature;
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < s.length; j++) {
        inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
      }
    }
  }

  private double[] position() {
    return variables.stream()
        .flatMapToDouble(v -> Arrays.stream(evaluation.get(v.name())))
        .toArray();
  }

  private void evaluate(double[] at) {
    int next = 0;
    for (Variable variable : variables) {
      for (int i = 0; i < variable.shape().elements(); i++) {
        evaluation.set(variable.name(), i, at[next++]);
      }
    }
    List<double[]> results = evaluation.run();
    value = results.get(0)[0];
    gradient =
        results.subList(1, 1 + variables.size()).stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] identity(int n) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  private static double[] times(double[][] matrix, double[] x) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }
}
