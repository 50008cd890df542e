package org.vaelix.core.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An exchange of parts in the course of a run. Made by the training loop's driver; read by
 * listeners and written to the run's provenance.
 *
 * @param step steps done before it
 * @param changes one sentence for each part that is another one now
 * @param variables what has become of each variable, the optimiser's among them
 */
public record Recomposition(long step, List<String> changes, List<Carried> variables) {
  /** Variables under this name belong to the optimiser and not to the model. */
  private static final String OPTIMISER = "optimiser/";

  /**
   * {@return what a person should know: one sentence for each part and each variable; the
   * optimiser's variables that were kept are counted only}
   */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    changes.forEach(change -> sentences.add("after step " + step + ", " + change));
    variables.stream().filter(v -> !isMemory(v)).map(Carried::sentence).forEach(sentences::add);
    long kept = variables.stream().filter(Recomposition::isMemory).count();
    if (kept > 0) {
      sentences.add("kept " + kept + " variables of the optimiser");
    }
    return sentences;
  }

  private static boolean isMemory(Carried variable) {
    return variable.fate() == Fate.KEPT && variable.name().startsWith(OPTIMISER);
  }

  /**
   * {@return the names of the variables that had a fate}
   *
   * @param fate what has become of them
   */
  public List<String> names(Fate fate) {
    return variables.stream().filter(v -> v.fate() == fate).map(Carried::name).toList();
  }

  /**
   * What has become of one variable.
   *
   * @param name qualified
   * @param shape of it, as text
   * @param fate what has become of it
   */
  public record Carried(String name, String shape, Fate fate) {
    /** {@return a line about it} */
    public String sentence() {
      return String.format("%s %s %s", fate.name().toLowerCase(Locale.ROOT), name, shape);
    }
  }

  /** What can become of a variable. */
  public enum Fate {
    /** It goes on with its value: the new parts have one of the same name and shape. */
    KEPT,
    /** It is new, or of another shape, and starts as in a new run. */
    INITIALISED,
    /** The new parts have none of this name. */
    DROPPED
  }
}
