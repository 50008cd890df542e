package org.vaelix.launcher.internal.command;

import java.util.Locale;
import java.util.Map;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.Summary;

/** What a person reads of estimates of ln p(x): a row for each split, and how to read them. */
final class LikelihoodPage {
  private LikelihoodPage() {}

  /** {@return the page; estimates are of the same splits as the summary} */
  static String of(Summary summary, Map<String, LogLikelihood> estimates) {
    int samples = estimates.values().iterator().next().samples();
    Table table =
        new Table("split", "rows", "ELBO", "IWAE-" + samples, "error", "null model", "gain");
    estimates.forEach(
        (split, estimate) -> {
          double nullModel = summary.splits().get(split).nullModel();
          table.row(
              split,
              String.valueOf(estimate.rows()),
              number("%.3f", estimate.elbo()),
              number("%.3f", estimate.iwae()),
              estimate.standardError().isPresent()
                  ? number("%.3f", estimate.standardError().getAsDouble())
                  : "-",
              number("%.3f", nullModel),
              number("%+.3f", estimate.iwae() - nullModel));
        });
    return table
        + String.format(
            Locale.ROOT,
            """

            In nats per row, from %d draws of the posterior for each row; higher is better. IWAE-%d, the
            importance-weighted bound, estimates ln p(x) from below, the closer the more draws; ELBO is
            the bound of single draws, and error the standard error of IWAE-%d over rows. The null model,
            a constant profile, knows no row from another: what counts is the gain over it.
            """,
            samples,
            samples,
            samples);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
