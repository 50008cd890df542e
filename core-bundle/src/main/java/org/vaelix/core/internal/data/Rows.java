package org.vaelix.core.internal.data;

import java.util.Map;
import org.vaelix.core.backend.HostArray;

/**
 * Rows as programs take them.
 *
 * @param values (rows, event shape…), preprocessed; NaN where one was not observed
 * @param conditions by name
 * @param isMasked whether programs are told which values were observed
 * @param truth what is known of the rows and no program is told, (rows, …) each, by name
 */
public record Rows(
    HostArray values,
    Map<String, Coded> conditions,
    boolean isMasked,
    Map<String, HostArray> truth) {
  /**
   * Creates rows of which no truth is known.
   *
   * @param values (rows, event shape…), preprocessed; NaN where one was not observed
   * @param conditions by name
   * @param isMasked whether programs are told which values were observed
   */
  public Rows(HostArray values, Map<String, Coded> conditions, boolean isMasked) {
    this(values, conditions, isMasked, Map.of());
  }

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
