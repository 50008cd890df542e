package org.vaelix.analysis.internal.information;

import java.util.Locale;
import org.vaelix.analysis.internal.Estimate;

/** The findings for people. */
final class InformationPage {
  /** Nearer to ln N than this, an estimate says little more than that N rows are told apart. */
  private static final double NEAR = 0.5;

  private InformationPage() {}

  static String of(Information found) {
    return dimensions(found) + totals(found) + explanation(found);
  }

  private static String dimensions(Information found) {
    boolean isByDimension = found.klPerDimension().length > 0;
    StringBuilder text =
        new StringBuilder(
            isByDimension
                ? "dimension        KL  variance of mean\n"
                : "dimension  variance of mean\n");
    for (int i = 0; i < found.spread().length; i++) {
      String kl = isByDimension ? format("%10.3f", found.klPerDimension()[i]) : "";
      text.append(
          format(
              "%-9d%s%18.4f  %s%n", i, kl, found.spread()[i], found.isActive(i) ? "active" : "-"));
    }
    return text.append('\n').toString();
  }

  private static String totals(Information found) {
    StringBuilder text = new StringBuilder();
    text.append(format("%-28s%d of %d%n", "active units", found.active(), found.spread().length));
    text.append(line("KL(q(z | x) ‖ p(z))", found.kl()));
    text.append(line("I(x; z)", found.mutualInformation()).stripTrailing());
    text.append(format("  at most ln %d = %.3f%n", found.rows(), found.bound()));
    text.append(line("KL(q(z) ‖ p(z))", found.divergence()));
    text.append(line("the two less the first", found.gap()));
    if (found.hasSkipLatents()) {
      text.append(line("KL within skips", found.skipKl()));
    }
    text.append(line("reconstruction", found.reconstruction()));
    text.append(format("%-28s%.3f%n", "ELBO", found.elbo()));
    text.append(line("ELBO lost, z shuffled", found.lostWhenShuffled()));
    return text.append('\n').toString();
  }

  private static String line(String name, Estimate estimate) {
    return format("%-28s%.3f ± %.3f%n", name, estimate.value(), estimate.standardError());
  }

  private static String explanation(Information found) {
    String text =
        format(
            """
            In nats per row, with standard errors over %d rows, from one draw of z for each. A unit is
            active if the variance of its posterior mean over rows is above %s (Burda et al. 2016). I(x; z)
            says how much z tells of the row; with KL(q(z) ‖ p(z)) it makes up the KL (Hoffman and Johnson
            2016), but for the noise of the draws. The last line is what the decoder owes to z: how much is
            lost if each row gets the z of another one and keeps its own skips.
            """,
            found.rows(), found.activeAbove());
    return found.mutualInformation().value() > found.bound() - NEAR
        ? text + "I(x; z) is close to its bound: more rows would show more.\n"
        : text;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n");
  }
}
