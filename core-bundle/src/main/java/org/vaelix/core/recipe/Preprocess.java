package org.vaelix.core.recipe;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;

/**
 * What happens to every value before it is used, in this order.
 *
 * @param scale each value is multiplied by it
 * @param threshold each value becomes 1 if above it, else 0; absent: values stay as they are
 * @param missing what a value that was not observed does
 * @param shape of an observation, whose values keep their order; empty: as in the data
 */
public record Preprocess(
    @Doc("each value is multiplied by it, finite and not 0") double scale,
    @Doc("after scaling, each value becomes 1 if above it, else 0; absent: no change")
        Optional<Double> threshold,
    @Doc(
            "empty cells, NA and NaN: refuse, or mask: they count neither in the likelihood nor in"
                + " means, and networks see the training mean instead")
        Missing missing,
    @Doc(
            "shape of an observation, whose values keep their order: [1, 8, 8] makes 64 columns an"
                + " image of one channel, row by row; empty: as in the data")
        List<Integer> shape) {
  /** Values stay as they are, and all must be there. */
  public static final Preprocess DEFAULTS =
      new Preprocess(1, Optional.empty(), Missing.REFUSE, List.of());

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
   * @param shape of an observation; empty: as in the data
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Preprocess {
    Check.that(Double.isFinite(scale) && scale != 0, "scale", "must be finite and not 0");
    shape = List.copyOf(shape);
    shape.forEach(size -> Check.atLeast("shape", size, 1));
  }

  /** {@return whether values may be missing} */
  public boolean allowsMissing() {
    return missing == Missing.MASK;
  }
}
