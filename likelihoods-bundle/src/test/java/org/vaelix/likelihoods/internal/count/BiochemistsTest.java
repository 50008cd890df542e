package org.vaelix.likelihoods.internal.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.negativebinomial.Dispersion;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomialLikelihood;
import org.vaelix.likelihoods.internal.zeroinflated.ZeroInflatedNegativeBinomialLikelihood;
import org.vaelix.testkit.PartHarness;

/**
 * The regressions of articles on sex, marriage, children, department and mentor, whose coefficients
 * R's glm.nb and zeroinfl published: the likelihood with a linear decoder of the covariates.
 */
class BiochemistsTest {
  private final double[][] rows = table("biochemists.tsv");
  private final double[] articles = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();

  BiochemistsTest() throws IOException {}

  @Test
  void negativeBinomialRegression() throws IOException {
    var config =
        new NegativeBinomialLikelihood.Config(
            Dispersion.SHARED, Optional.empty(), 1, Optional.empty());
    List<double[]> fit = fit(new NegativeBinomialLikelihood(), config);
    // scipy 1.17.1: the same likelihood by stats and optimize.minimize.
    assertEquals(1560.9583384964894, fit.get(0)[0], 1e-4);
    checkCoefficients(table("biochemists-nb-coef.tsv"), 0, fit.get(2), fit.get(1)[0]);
  }

  @Test
  void zeroInflatedNegativeBinomialRegression() throws IOException {
    var config =
        new ZeroInflatedNegativeBinomialLikelihood.Config(
            Dispersion.SHARED, Optional.empty(), 1, Optional.empty());
    List<double[]> fit = fit(new ZeroInflatedNegativeBinomialLikelihood(), config);
    assertEquals(1549.990887046642, fit.get(0)[0], 1e-4);
    double[][] published = table("biochemists-zinb-coef.tsv");
    checkCoefficients(published, 0, fit.get(2), fit.get(1)[0]);
    checkCoefficients(published, 1, fit.get(3), fit.get(1)[0]);
  }

  /** To three digits; the last one is θ. */
  private static void checkCoefficients(
      double[][] published, int column, double[] found, double theta) {
    for (int i = 0; i <= found.length; i++) {
      double expected = published[i][column];
      double value = i < found.length ? found[i] : theta;
      assertEquals(expected, value, 5e-4 * Math.abs(expected), "coefficient " + i);
    }
  }

  /** −ln p of all rows, θ and the coefficients of each head, where −ln p is smallest. */
  private <C extends Record> List<double[]> fit(LikelihoodFactory<C> factory, C config) {
    PartHarness harness = PartHarness.of(Shape.of(1), moments(), true);
    Likelihood likelihood = factory.create(config, harness.context().scope("likelihood"));
    Tensor x = harness.given("covariates", Shape.of(rows.length, 6), covariates());
    Map<String, Tensor> heads = new LinkedHashMap<>();
    Tensor[] results = new Tensor[1 + likelihood.heads().size()];
    for (Head head : likelihood.heads()) {
      Tensor coefficients =
          harness.context().parameter(head.name(), Shape.of(6, 1), Initialisers.zeros());
      heads.put(head.name(), x.matmul(coefficients));
      results[heads.size()] = coefficients;
    }
    ConditionalDistribution distribution = likelihood.given(heads, Conditions.none(rows.length));
    results[0] = distribution.parameters().get("inverseDispersion");
    Tensor y = harness.given("articles", Shape.of(rows.length, 1), articles);
    return Bfgs.minimise(harness, distribution.logDensity(y).sum().negate(), results);
  }

  private Moments moments() {
    double mean = Arrays.stream(articles).average().orElseThrow();
    double square = Arrays.stream(articles).map(a -> a * a).average().orElseThrow();
    return new Moments(rows.length, new double[] {mean}, new double[] {square - mean * mean});
  }

  /** 1, fem, mar, kid5, phd, ment of each row. */
  private double[] covariates() {
    return Arrays.stream(rows)
        .flatMapToDouble(
            row -> Arrays.stream(new double[] {1, row[1], row[2], row[3], row[4], row[5]}))
        .toArray();
  }

  /** The numbers of a table below its first line. */
  private static double[][] table(String name) throws IOException {
    try (InputStream in = BiochemistsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split("\t")).filter(cell -> !cell.matches("[a-z].*")))
          .map(cells -> cells.mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
  }
}
