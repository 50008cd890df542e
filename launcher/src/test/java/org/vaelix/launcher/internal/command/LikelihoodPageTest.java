package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.Summary;

class LikelihoodPageTest {
  private static Summary summary() {
    Map<String, Summary.Score> splits = new LinkedHashMap<>();
    double[] kl = {0.5, 0.25};
    splits.put("train", new Summary.Score(3, Map.of("elbo", -3.5), kl, -4.5));
    splits.put("test", new Summary.Score(1, Map.of("elbo", -5.0), kl, -4.5));
    return new Summary(
        splits, Summary.Stopped.FINISHED, 1, Optional.empty(), 10, 1, 0.1, "cpu", 1, 7);
  }

  /** Rows −3, −3.5, −2.5: their standard deviation is ½, the error of their mean ½/√3. */
  private static Map<String, LogLikelihood> estimates() {
    Map<String, LogLikelihood> estimates = new LinkedHashMap<>();
    double[] elbo = {-3.25, -4, -2.75};
    double[] iwae = {-3, -3.5, -2.5};
    estimates.put("train", LogLikelihood.of(50, elbo, iwae));
    estimates.put("test", LogLikelihood.of(50, new double[] {-5}, new double[] {-4.75}));
    return estimates;
  }

  @Test
  void estimatesStandBesideTheNullModel() {
    assertEquals(
        """
        split  rows    ELBO  IWAE-50  error  null model    gain
        train     3  -3.333   -3.000  0.289      -4.500  +1.500
        test      1  -5.000   -4.750      -      -4.500  -0.250

        In nats per row, from 50 draws of the posterior for each row; higher is better. IWAE-50, the
        importance-weighted bound, estimates ln p(x) from below, the closer the more draws; ELBO is
        the bound of single draws, and error the standard error of IWAE-50 over rows. The null model,
        a constant profile, knows no row from another: what counts is the gain over it.
        """,
        LikelihoodPage.of(summary(), estimates()));
  }

  @Test
  void jsonHasEstimatesBesideTheScores() {
    assertEquals(
        "{\"rows\":1,\"elbo\":-5.0,\"klPerDimension\":[0.5,0.25],"
            + "\"nullModel\":{\"elbo\":-4.5},"
            + "\"logLikelihood\":{\"samples\":50,\"elbo\":-5.0,\"iwae\":-4.75}}",
        EvaluationJson.of(summary(), estimates())
            .getAsJsonObject("splits")
            .getAsJsonObject("test")
            .toString());
  }
}
