package org.vaelix.likelihoods.internal.binomial;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vaelix.likelihoods.internal.count.PrecisionTable;

/** Up to a million trials, log-odds within ±25. */
class BinomialPrecisionTest {
  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() throws IOException {
    PrecisionTable table = new PrecisionTable("binomial");
    BinomialDistribution distribution = new BinomialDistribution(table.input(1), table.input(2));
    table.check(distribution.logDensity(table.input(0)), 3, relative(2e-7), relative(1e-5));
  }
}
