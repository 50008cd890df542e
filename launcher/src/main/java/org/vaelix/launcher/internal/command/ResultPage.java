package org.vaelix.launcher.internal.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.vaelix.core.model.Terms;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.Summary.Score;

/** What a person reads at the end of training: how good the model is, and how to go on. */
final class ResultPage {
  /** The usual criterion (Burda et al. 2016 count variances above 0.01), here in nats of KL. */
  private static final double ACTIVE_NATS = 0.01;

  private ResultPage() {}

  /** {@return the page after training} */
  static String afterTraining(Summary summary, Path folder, String program) {
    String run = Paths.quoted(folder);
    return training(summary)
        + "\n"
        + scores(summary)
        + advice(summary)
        + "\nrun folder  "
        + folder
        + "\ngo on with  "
        + program
        + " sample "
        + run
        + " -n 16\n            "
        + program
        + " encode "
        + run
        + " DATA\n";
  }

  /** {@return a row for each split, and how to read them} */
  static String scores(Summary summary) {
    boolean hasElbo =
        summary.splits().values().stream().anyMatch(s -> s.measures().containsKey(Terms.ELBO));
    return hasElbo ? elbo(summary) : reconstruction(summary);
  }

  private static String training(Summary summary) {
    String text =
        String.format(
            Locale.ROOT,
            "%s %d epochs in %s: %d steps of %.3g ms (median), backend %s, %s; %d parameters.%n",
            summary.stopped() == Summary.Stopped.EARLY ? "Stopped early after" : "Trained",
            summary.epochs(),
            duration(summary.seconds()),
            summary.steps(),
            summary.stepMilliseconds(),
            summary.backend(),
            summary.threads() == 1 ? "1 thread" : summary.threads() + " threads",
            summary.parameters());
    return text
        + summary
            .bestEpoch()
            .map(epoch -> "The weights are those of epoch " + epoch + ", the best in validation.\n")
            .orElse("");
  }

  /** {@return what to do about a model that is worse than none, else nothing} */
  private static String advice(Summary summary) {
    boolean isWorse =
        summary.splits().values().stream().anyMatch(score -> fit(score) < score.nullModel());
    return isWorse
        ? """

        A split above is fitted worse than by the null model: train longer, lower the learning rate, or
        see whether the likelihood suits the data.
        """
        : "";
  }

  private static double fit(Score score) {
    Map<String, Double> measures = score.measures();
    return measures.getOrDefault(
        Terms.ELBO, measures.getOrDefault(Terms.RECONSTRUCTION, Double.POSITIVE_INFINITY));
  }

  private static String elbo(Summary summary) {
    Table table =
        new Table("split", "rows", "ELBO", "null model", "gain", "reconstruction", "KL", "active");
    summary
        .splits()
        .forEach(
            (split, score) ->
                table.row(
                    split,
                    String.valueOf(score.rows()),
                    number(score, Terms.ELBO),
                    number(score.nullModel()),
                    gain(score, Terms.ELBO),
                    number(score, Terms.RECONSTRUCTION),
                    number(score, Terms.KL),
                    active(score)));
    return table
        + """

        ELBO, reconstruction (the expected log-likelihood) and KL are in nats per row; a higher ELBO is
        better. The null model, a constant profile, knows no row from another: what counts is the
        gain over it. A latent dimension is active if its KL is above 0.01 nats.
        """;
  }

  private static String reconstruction(Summary summary) {
    Table table = new Table("split", "rows", "reconstruction", "null model", "gain");
    summary
        .splits()
        .forEach(
            (split, score) ->
                table.row(
                    split,
                    String.valueOf(score.rows()),
                    number(score, Terms.RECONSTRUCTION),
                    number(score.nullModel()),
                    gain(score, Terms.RECONSTRUCTION)));
    return table
        + """

        The reconstruction is the log-likelihood of a row given its code, in nats per row; higher is
        better. The null model, a constant profile, knows no row from another: what counts is the
        gain over it.
        """;
  }

  private static String number(Score score, String measure) {
    Map<String, Double> measures = score.measures();
    return measures.containsKey(measure) ? number(measures.get(measure)) : "-";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String gain(Score score, String measure) {
    return score.measures().containsKey(measure)
        ? String.format(Locale.ROOT, "%+.3f", score.measures().get(measure) - score.nullModel())
        : "-";
  }

  private static String active(Score score) {
    double[] kl = score.klPerDimension();
    long active = Arrays.stream(kl).filter(value -> value > ACTIVE_NATS).count();
    return kl.length == 0 ? "-" : active + " of " + kl.length;
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60);
  }
}
