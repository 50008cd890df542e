package org.vaelix.likelihoods.internal.zeroinflated;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.PrecisionTable;
import org.vaelix.likelihoods.internal.poisson.PoissonDistribution;

/** Counts 0…1e6, means 1e-8…1e8, dropout of log-odds from −20 to 20. */
class ZeroInflatedPoissonPrecisionTest {
  private final PrecisionTable table = new PrecisionTable("zero-inflated-poisson");
  private final Tensor logMean = table.input(1);
  private final Tensor logit = table.input(2);
  private final Tensor mass =
      new ZeroInflatedDistribution(new PoissonDistribution(LogMean.of(logMean)), logit)
          .logDensity(table.input(0));

  ZeroInflatedPoissonPrecisionTest() throws IOException {}

  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() {
    table.check(mass, 3, relative(2e-7), relative(1e-5));
  }

  @Test
  void gradientForTheLogMean() {
    table.check(gradient(logMean), 4, roundingOf(1e-11), roundingOf(3e-7));
  }

  @Test
  void gradientForTheLogOddsOfDropout() {
    table.check(gradient(logit), 5, ofProbabilities(1e-11), ofProbabilities(2e-6));
  }

  private Tensor gradient(Tensor of) {
    return Gradients.of(mass.sum(), List.of(of)).get(0);
  }

  /** A difference of two probabilities, which is 0 where both are 1 to all digits. */
  private static PrecisionTable.Tolerance ofProbabilities(double tolerance) {
    return (row, exact) -> tolerance * (Math.abs(exact) + 0.1);
  }

  /** It is x − μ, times a share where x is 0; the table has twelve digits of it. */
  private static PrecisionTable.Tolerance roundingOf(double tolerance) {
    return (row, exact) -> tolerance * (row[0] + Math.exp(row[1]));
  }
}
