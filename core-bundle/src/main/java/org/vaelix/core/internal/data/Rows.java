package org.vaelix.core.internal.data;

import java.util.Map;
import org.vaelix.core.backend.HostArray;

/**
 * Rows as programs take them.
 *
 * @param values (rows, event shape…), preprocessed; NaN where one was not observed
 * @param conditions by name
 * @param isMasked whether programs are told which values were observed
 */
public record Rows(HostArray values, Map<String, Coded> conditions, boolean isMasked) {
  /**
   * {@return rows of which nothing but the values is known, all of them observed}
   *
   * @param values (rows, event shape…)
   */
  public static Rows of(HostArray values) {
    return new Rows(values, Map.of(), false);
  }

  /** {@return how many rows there are} */
  public int count() {
    return values.shape().size(0);
  }
}
