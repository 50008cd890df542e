package org.vaelix.likelihoods.internal.count;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Moments;
import org.vaelix.testkit.Backends;
import org.vaelix.testkit.Evaluation;
import org.vaelix.testkit.PartHarness;

/** A table of exact numbers that src/test/python/counts.py made, and what backends make of it. */
public final class PrecisionTable {
  private final List<double[]> rows;
  private final PartHarness harness = PartHarness.of(Shape.of(1), Moments.standard(1), true);

  /** Reads the table of a name. */
  public PrecisionTable(String name) throws IOException {
    try (InputStream in = PrecisionTable.class.getResourceAsStream(name + ".csv")) {
      rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(this::row).toList();
    }
  }

  private double[] row(String line) {
    return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  /** {@return a column as an input, (rows, 1)} */
  public Tensor input(int column) {
    double[] values = rows.stream().mapToDouble(row -> row[column]).toArray();
    return harness.given("column" + column, Shape.of(rows.size(), 1), values);
  }

  /** How far a result may be off from the exact number, given the table's row. */
  @FunctionalInterface
  public interface Tolerance {
    double of(double[] row, double exact);
  }

  /** {@return a tolerance relative to the exact number} */
  public static Tolerance relative(double tolerance) {
    return (row, exact) -> tolerance * Math.abs(exact);
  }

  /**
   * {@return 10⁻⁵ of the exact number or, where that is more, half of what rounding ln μ to single
   * precision has already moved it by}
   *
   * <p>Within a few standard deviations of a large count μ is the worse conditioned the larger it
   * is: |∂ ln p/∂ ln μ| is up to k√x at k deviations. At x = 10⁶ and k = 4, half a unit in the last
   * place of ln μ = 13.8, which is 4.8·10⁻⁷, moves ln p = −15.7 by 1.2·10⁻⁴ of itself. To be nearer
   * than that would be exact about digits that ln μ has not got; and to be within 10⁻⁵ the mean
   * would have to be held in more than single precision, since rounding it costs up to 1.1·10⁻⁵ (at
   * x = 524 289).
   *
   * @param logMean the column of ln μ
   * @param gradient the column of ∂ ln p/∂ ln μ
   */
  public static Tolerance fiveDigits(int logMean, int gradient) {
    return (row, exact) -> {
      double halfUlp = Math.ulp((float) row[logMean]) / 2;
      return Math.max(1e-5 * Math.abs(exact), Math.abs(row[gradient]) * halfUlp / 2);
    };
  }

  /**
   * Fails unless the tensor has the numbers of a column, on the reference and in single precision.
   */
  public void check(Tensor found, int column, Tolerance inDouble, Tolerance inSingle) {
    check(Backends.reference(), found, column, inDouble);
    List<Backend<?>> others = new ArrayList<>(Backends.others());
    assertTrue(!others.isEmpty(), "cpu backend not on the class path");
    others.forEach(backend -> check(backend, found, column, inSingle));
  }

  private void check(Backend<?> backend, Tensor found, int column, Tolerance tolerance) {
    double[] numbers;
    try (Evaluation evaluation = harness.compile(backend, List.of(found))) {
      numbers = evaluation.run().get(0);
    }
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      double[] row = rows.get(i);
      if (!(Math.abs(numbers[i] - row[column]) <= tolerance.of(row, row[column]))) {
        wrong.add(Arrays.toString(row) + ": found " + numbers[i]);
      }
    }
    assertTrue(
        wrong.isEmpty(),
        () ->
            wrong.size()
                + " numbers are off on "
                + backend.getClass().getSimpleName()
                + ", such as\n"
                + String.join("\n", wrong.subList(0, Math.min(8, wrong.size()))));
  }
}
