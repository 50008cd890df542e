package org.vaelix.core.recipe;

import java.util.Optional;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;

/**
 * What happens to every value before it is used, in this order.
 *
 * @param scale each value is multiplied by it
 * @param threshold each value becomes 1 if above it, else 0; absent: values stay as they are
 */
public record Preprocess(
    @Doc("each value is multiplied by it, finite and not 0") double scale,
    @Doc("after scaling, each value becomes 1 if above it, else 0; absent: no change")
        Optional<Double> threshold) {
  /** Values stay as they are. */
  public static final Preprocess DEFAULTS = new Preprocess(1, Optional.empty());

  /**
   * Checks the values.
   *
   * @param scale each value is multiplied by it
   * @param threshold each value becomes 1 if above it, else 0; absent: values stay as they are
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Preprocess {
    Check.that(Double.isFinite(scale) && scale != 0, "scale", "must be finite and not 0");
  }
}
