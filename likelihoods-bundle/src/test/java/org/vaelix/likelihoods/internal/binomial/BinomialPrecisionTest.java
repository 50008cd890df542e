package org.vaelix.likelihoods.internal.binomial;

import static org.vaelix.likelihoods.internal.count.PrecisionTable.relative;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.PrecisionTable;

/** Up to a million trials, log-odds within ±25. */
class BinomialPrecisionTest {
  private final PrecisionTable table = new PrecisionTable("binomial");
  private final Tensor logit = table.input(2);
  private final Tensor mass =
      new BinomialDistribution(table.input(1), logit).logDensity(table.input(0));

  BinomialPrecisionTest() throws IOException {}

  @Test
  void valueIsExactToFiveDigitsInSinglePrecision() {
    table.check(mass, 3, relative(2e-7), relative(1e-5));
  }

  @Test
  void gradientForTheLogit() {
    Tensor gradient = Gradients.of(mass.sum(), List.of(logit)).get(0);
    table.check(gradient, 4, roundingOf(1e-11), roundingOf(3e-7));
  }

  /** It is x − np; the table has twelve digits of it. */
  private static PrecisionTable.Tolerance roundingOf(double tolerance) {
    return (row, exact) -> tolerance * (row[0] + row[1] / (1 + Math.exp(-row[2])));
  }
}
