package org.vaelix.core.model;

import java.util.List;
import java.util.Locale;
import org.vaelix.core.part.Check;

/**
 * A condition that a recipe declares under {@code /conditions}: a column of the data that is known
 * of each row beside its values. Its numbers are in {@link Conditions#columns}.
 *
 * @param name by which options of parts refer to it
 * @param kind what its numbers are
 * @param levels of a category, in the order of its numbers; empty otherwise
 * @param mean of its numbers over the training rows, one for each; of a category how frequent its
 *     levels are. A null model of counts needs that of an exposure. Must not be changed
 * @param networks which networks have it among their inputs
 */
public record Condition(
    String name, Kind kind, List<String> levels, double[] mean, Networks networks) {
  /** What the numbers of a condition are. */
  public enum Kind {
    /** Numbers as they are in the data. */
    NUMBER,
    /** Numbers less their mean, divided by their standard deviation, over the training rows. */
    STANDARDISED,
    /** A number above 0 as it is in the data: library size, bin width, volume. */
    EXPOSURE,
    /** One number for each level, 1 for the row's own and 0 for the others. */
    CATEGORY
  }

  /** The networks that have a condition among their inputs. */
  public enum Networks {
    /** Encoder and decoder: a conditional autoencoder. */
    BOTH,
    /** The encoder alone, where only the prior or the posterior depends on the condition. */
    ENCODER,
    /** The decoder alone. */
    DECODER,
    /** None: the condition is there for parts that name it. */
    NONE
  }

  /** {@return how many numbers it has for each row, at least 1} */
  public int width() {
    return mean.length;
  }

  /** {@return whether it is an input of the encoder} */
  public boolean isSeenByEncoder() {
    return networks == Networks.BOTH || networks == Networks.ENCODER;
  }

  /** {@return whether it is an input of the decoder} */
  public boolean isSeenByDecoder() {
    return networks == Networks.BOTH || networks == Networks.DECODER;
  }

  /**
   * {@return this condition, for parts that need one of a kind}
   *
   * @param option the option that names it
   * @param needed its kind
   * @throws org.vaelix.core.part.OptionException if it is of another kind
   */
  public Condition require(String option, Kind needed) {
    Check.that(
        kind == needed,
        option,
        String.format(
            "needs a condition of the kind '%s', and '%s' is of the kind '%s'; set its \"as\" in"
                + " /conditions",
            word(needed), name, word(kind)));
    return this;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
