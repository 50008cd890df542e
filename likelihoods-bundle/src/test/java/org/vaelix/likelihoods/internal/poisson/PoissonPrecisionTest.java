package org.vaelix.likelihoods.internal.poisson;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.fiveDigits;
import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.PrecisionTable;

/** Counts 0…1e6, means 1e-8…1e8, and means within four standard deviations of each count. */
class PoissonPrecisionTest {
  private final PrecisionTable table = new PrecisionTable("poisson");
  private final Tensor logMean = table.input(1);
  private final Tensor mass =
      new PoissonDistribution(LogMean.of(logMean)).logDensity(table.input(0));

  PoissonPrecisionTest() throws IOException {}

  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() {
    table.check(mass, 2, relative(1e-7), fiveDigits(1, 3));
  }

  @Test
  void gradientForTheLogMean() {
    Tensor gradient = Gradients.of(mass.sum(), List.of(logMean)).get(0);
    table.check(gradient, 3, roundingOf(1e-11), roundingOf(3e-7));
  }

  /** It is x − μ; the table has twelve digits of it. */
  private static PrecisionTable.Tolerance roundingOf(double tolerance) {
    return (row, exact) -> tolerance * (row[0] + Math.exp(row[1]));
  }
}
