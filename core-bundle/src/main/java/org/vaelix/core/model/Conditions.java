package org.vaelix.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;

/**
 * What is known of the rows beside their values: covariates, exposure. Known for generated rows
 * too.
 *
 * @param rows how many rows
 * @param columns (rows, k) each, by name
 */
public record Conditions(int rows, Map<String, Tensor> columns) {
  /**
   * {@return conditions with no column}
   *
   * @param rows how many rows
   */
  public static Conditions none(int rows) {
    return new Conditions(rows, Map.of());
  }

  /**
   * {@return a network's input with all columns, in the order of their names, put behind its own;
   * the order decides which weight a column meets}
   *
   * @param x (rows, inputs)
   */
  public Tensor appendTo(Tensor x) {
    if (columns.isEmpty()) {
      return x;
    }
    List<Tensor> joined = new ArrayList<>(List.of(x));
    joined.addAll(new TreeMap<>(columns).values());
    return x.graph().concat(1, joined);
  }

  /**
   * {@return the conditions of rows repeated, the whole block after the whole block}
   *
   * @param times how often
   */
  public Conditions repeat(int times) {
    Map<String, Tensor> repeated = new LinkedHashMap<>();
    columns.forEach((name, column) -> repeated.put(name, Functions.repeatRows(column, times)));
    return new Conditions(rows * times, repeated);
  }
}
