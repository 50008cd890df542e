package org.vaelix.likelihoods.internal.zeroinflated;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.PrecisionTable;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialDistribution;

/** As for the negative binomial, with dropout of log-odds from −20 to 20. */
class ZeroInflatedPrecisionTest {
  private final PrecisionTable table = new PrecisionTable("zero-inflated-negative-binomial");
  private final Tensor logMean = table.input(1);
  private final Tensor theta = table.input(2);
  private final Tensor logit = table.input(3);
  private final Tensor mass =
      new ZeroInflatedDistribution(
              new NegativeBinomialDistribution(LogMean.of(logMean), theta), logit)
          .logDensity(table.input(0));

  ZeroInflatedPrecisionTest() throws IOException {}

  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() {
    table.check(mass, 4, relative(2e-7), relative(1e-5));
  }

  @Test
  void gradientForTheLogMean() {
    table.check(gradient(logMean), 5, roundingOf(1e-12), roundingOf(2e-6));
  }

  @Test
  void gradientForTheLogOfTheInverseDispersion() {
    table.check(gradient(theta).multiply(theta), 6, roundingOf(2e-7), roundingOf(2e-6));
  }

  @Test
  void gradientForTheLogOddsOfDropout() {
    table.check(gradient(logit), 7, ofProbabilities(3e-8), ofProbabilities(2e-6));
  }

  private Tensor gradient(Tensor of) {
    return Gradients.of(mass.sum(), List.of(of)).get(0);
  }

  /** As for the negative binomial. */
  private static PrecisionTable.Tolerance roundingOf(double tolerance) {
    return (row, exact) -> {
      double mean = Math.exp(row[1]);
      double expected = (row[0] + row[2]) * mean / (mean + row[2]);
      return tolerance * (Math.abs(exact) + row[0] + expected + (row[0] > 0 ? 1 : 0));
    };
  }

  /** A difference of two probabilities, which is 0 where both are 1 to all digits. */
  private static PrecisionTable.Tolerance ofProbabilities(double tolerance) {
    return (row, exact) -> tolerance * (Math.abs(exact) + 0.1);
  }
}
