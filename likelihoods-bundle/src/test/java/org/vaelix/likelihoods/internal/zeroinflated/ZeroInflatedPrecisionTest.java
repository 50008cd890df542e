package org.vaelix.likelihoods.internal.zeroinflated;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.PrecisionTable;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialDistribution;

/** As for the negative binomial, with dropout of log-odds from −20 to 20. */
class ZeroInflatedPrecisionTest {
  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() throws IOException {
    PrecisionTable table = new PrecisionTable("zero-inflated-negative-binomial");
    NegativeBinomialDistribution counts =
        new NegativeBinomialDistribution(LogMean.of(table.input(1)), table.input(2));
    ZeroInflatedDistribution inflated = new ZeroInflatedDistribution(counts, table.input(3));
    table.check(inflated.logDensity(table.input(0)), 4, relative(2e-7), relative(1e-5));
  }
}
