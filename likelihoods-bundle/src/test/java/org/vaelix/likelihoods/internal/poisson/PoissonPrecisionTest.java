package org.vaelix.likelihoods.internal.poisson;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.PrecisionTable;

/** Counts 0…1e6, means 1e-8…1e8, and means within three standard deviations of each count. */
class PoissonPrecisionTest {
  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() throws IOException {
    PrecisionTable table = new PrecisionTable("poisson");
    PoissonDistribution distribution = new PoissonDistribution(LogMean.of(table.input(1)));
    table.check(
        distribution.logDensity(table.input(0)),
        2,
        relative(1e-7),
        // At a million counts near the mean, half an ulp of the mean is worth up to 5e-5.
        (row, exact) -> (row[0] > 1e5 && exact > -100 ? 5e-5 : 1e-5) * Math.abs(exact));
  }
}
