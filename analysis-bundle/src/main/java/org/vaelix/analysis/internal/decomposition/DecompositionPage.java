package org.vaelix.analysis.internal.decomposition;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vaelix.analysis.internal.Estimate;

/** The findings for people. */
final class DecompositionPage {
  private final Decomposition found;
  private final StringBuilder text = new StringBuilder();

  private DecompositionPage(Decomposition found) {
    this.found = found;
  }

  static String of(Decomposition found) {
    DecompositionPage page = new DecompositionPage(found);
    page.dimensions();
    page.estimators();
    page.explanation();
    return page.text.toString();
  }

  private void dimensions() {
    if (found.dimensions().length == 0) {
      return;
    }
    boolean hasShares = found.klPerDimension().length > 0;
    add("dimension  KL(q(zⱼ) ‖ p(zⱼ))%s%n", hasShares ? "    I(x; zⱼ)" : "");
    for (int j = 0; j < found.dimensions().length; j++) {
      Estimate kl = found.dimensions()[j];
      String information =
          hasShares ? format("%12.3f", found.klPerDimension()[j] - kl.value()) : "";
      add("%-9d%10.3f ± %-6.3f%s%n", j, kl.value(), kl.standardError(), information);
    }
    add("%n");
  }

  private void estimators() {
    text.append(" ".repeat(23));
    for (Estimator estimator : Estimator.values()) {
      add("%20s", estimator.label());
    }
    add("%n");
    line("I(x; z)", terms -> Optional.of(terms.information()));
    line("total correlation", Decomposition.Terms::correlation);
    line("Σ KL(q(zⱼ) ‖ p(zⱼ))", Decomposition.Terms::dimensionwise);
    line("KL(q(z) ‖ p(z))", terms -> Optional.of(terms.divergence()));
    add("%-23s%20s%n", "KL(q(z | x) ‖ p(z))", estimate(found.kl()));
    add(
        "%-23s%20s%n",
        "I + KL(q ‖ p) less it", estimate(found.terms().get(Estimator.ALL_ROWS).gap()));
    add("%n");
  }

  private void line(String name, Function<Decomposition.Terms, Optional<Estimate>> term) {
    if (term.apply(found.terms().get(Estimator.ALL_ROWS)).isPresent()) {
      add("%-23s", name);
      for (Estimator estimator : Estimator.values()) {
        add("%20s", estimate(term.apply(found.terms().get(estimator)).orElseThrow()));
      }
      add("%n");
    }
  }

  private static String estimate(Estimate estimate) {
    return format("%.3f ± %.3f", estimate.value(), estimate.standardError());
  }

  private void explanation() {
    add(
        """
        In nats per row, with standard errors, from one draw of z for each of %d rows. The KL is
        I(x; z), what z tells of the row, and KL(q(z) ‖ p(z)), which is the total correlation of the
        dimensions and how each by itself differs from the prior (Chen et al. 2018). The last two
        columns see minibatches of %d rows, as an objective does. The stratified one is right but
        for its noise, which makes ln q(z) a little too low; the weighted one is up to ln N = %.1f
        too low for ln q(z) and for each of its marginals: good for gradients, not as a value.
        """,
        found.rows(), found.minibatch(), Math.log(found.rows()));
    Estimate gap = found.terms().get(Estimator.ALL_ROWS).gap();
    if (Math.abs(gap.value()) > 4 * gap.standardError() + 1e-6) {
      add("The parts do not add up to the KL by far: a density or a KL of a part is wrong.%n");
    }
  }

  private void add(String format, Object... values) {
    text.append(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n");
  }
}
