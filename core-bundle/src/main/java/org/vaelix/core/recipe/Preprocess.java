package org.vaelix.core.recipe;

import java.util.Optional;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;

/**
 * What happens to every value before it is used, in this order.
 *
 * @param scale each value is multiplied by it
 * @param threshold each value becomes 1 if above it, else 0; absent: values stay as they are
 * @param missing what a value that was not observed does
 */
public record Preprocess(
    @Doc("each value is multiplied by it, finite and not 0") double scale,
    @Doc("after scaling, each value becomes 1 if above it, else 0; absent: no change")
        Optional<Double> threshold,
    @Doc(
            "empty cells, NA and NaN: refuse, or mask: they count neither in the likelihood nor in"
                + " means, and networks see the training mean instead")
        Missing missing) {
  /** Values stay as they are, and all must be there. */
  public static final Preprocess DEFAULTS = new Preprocess(1, Optional.empty(), Missing.REFUSE);

  /** What a value that was not observed does. */
  public enum Missing {
    /** It ends the command with its place. */
    REFUSE,
    /** It is left out of everything that is computed. */
    MASK
  }

  /**
   * Checks the values.
   *
   * @param scale each value is multiplied by it
   * @param threshold each value becomes 1 if above it, else 0; absent: values stay as they are
   * @param missing what a value that was not observed does
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Preprocess {
    Check.that(Double.isFinite(scale) && scale != 0, "scale", "must be finite and not 0");
  }

  /** {@return whether values may be missing} */
  public boolean allowsMissing() {
    return missing == Missing.MASK;
  }
}
