package org.vaelix.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.Names;

/**
 * What is known of the rows beside their values: covariates, exposure. Known for generated rows
 * too.
 *
 * <p>A part whose option names a condition checks it in its factory's {@code create} with {@link
 * ModelContext#condition}, so that a wrong name is reported at the option's place in the recipe,
 * and takes the numbers with {@link #column} when it is called:
 *
 * <pre>{@code
 * public Likelihood create(Config config, ModelContext context) {
 *   config.exposure().ifPresent(
 *       name -> context.condition("exposure", name).require("exposure", Condition.Kind.EXPOSURE));
 *   …
 * }
 *
 * public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
 *   Tensor exposure = conditions.column(name); // (rows, 1)
 *   …
 * }
 * }</pre>
 *
 * @param rows how many rows
 * @param columns (rows, k) each, by name
 * @param weights (rows,), how much each row of a batch counts, for what is common to a batch, such
 *     as its mean; absent where rows are no data, as generated ones
 */
public record Conditions(int rows, Map<String, Tensor> columns, Optional<Tensor> weights) {
  /**
   * Creates the conditions of rows that are no data.
   *
   * @param rows how many rows
   * @param columns (rows, k) each, by name
   */
  public Conditions(int rows, Map<String, Tensor> columns) {
    this(rows, columns, Optional.empty());
  }

  /**
   * {@return conditions with no column}
   *
   * @param rows how many rows
   */
  public static Conditions none(int rows) {
    return new Conditions(rows, Map.of());
  }

  /**
   * {@return the conditions of rows of data}
   *
   * @param counting (rows,), how much each row counts
   */
  public Conditions weighted(Tensor counting) {
    return new Conditions(rows, columns, Optional.of(counting));
  }

  /**
   * {@return the numbers of a condition, (rows, its width)}
   *
   * @param name of the condition
   * @throws ModelException if the recipe declares none of that name
   */
  public Tensor column(String name) {
    Tensor column = columns.get(name);
    if (column == null) {
      throw new ModelException(unknown(name, columns.keySet()));
    }
    return column;
  }

  /** {@return what is wrong with the name of a condition, and the remedy} */
  static String unknown(String name, Collection<String> known) {
    String others =
        known.isEmpty() ? "the recipe declares none" : "known: " + String.join(", ", known);
    return "there is no condition '"
        + name
        + "' ("
        + others
        + "); declare it in /conditions"
        + Names.nearest(name, known).map(n -> ", or did you mean '" + n + "'?").orElse("");
  }

  /**
   * {@return these conditions with some of their columns}
   *
   * @param chosen whether the column of a name stays
   */
  public Conditions only(Predicate<String> chosen) {
    Map<String, Tensor> kept = new LinkedHashMap<>(columns);
    kept.keySet().removeIf(chosen.negate());
    return new Conditions(rows, kept, weights);
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
    return new Conditions(rows * times, repeated, weights.map(w -> Functions.repeatRows(w, times)));
  }
}
