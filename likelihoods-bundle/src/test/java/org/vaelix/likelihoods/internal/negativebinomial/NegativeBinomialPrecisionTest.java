package org.vaelix.likelihoods.internal.negativebinomial;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.fiveDigits;
import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.PrecisionTable;

/**
 * Counts 0…1e6, means 1e-8…1e8, inverse dispersions 1e-6…1e8, and means within four standard
 * deviations of each count.
 */
class NegativeBinomialPrecisionTest {
  private final PrecisionTable table = new PrecisionTable("negative-binomial");
  private final Tensor x = table.input(0);
  private final Tensor logMean = table.input(1);
  private final Tensor theta = table.input(2);
  private final Tensor mass =
      new NegativeBinomialDistribution(LogMean.of(logMean), theta).logDensity(x);

  NegativeBinomialPrecisionTest() throws IOException {}

  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() {
    table.check(mass, 3, relative(2e-7), fiveDigits(1, 4));
  }

  @Test
  void gradientForTheLogMean() {
    Tensor gradient = Gradients.of(mass.sum(), List.of(logMean)).get(0);
    table.check(gradient, 4, roundingOf(1e-12), roundingOf(2e-6));
  }

  @Test
  void gradientForTheLogOfTheInverseDispersion() {
    Tensor gradient = Gradients.of(mass.sum(), List.of(theta)).get(0).multiply(theta);
    table.check(gradient, 5, roundingOf(2e-7), roundingOf(2e-6));
  }

  /** Both are differences of terms as large as the count and (x + θ) · μ/(μ + θ). */
  private static PrecisionTable.Tolerance roundingOf(double tolerance) {
    return (row, exact) -> {
      double mean = Math.exp(row[1]);
      double expected = (row[0] + row[2]) * mean / (mean + row[2]);
      return tolerance * (Math.abs(exact) + row[0] + expected + (row[0] > 0 ? 1 : 0));
    };
  }
}
