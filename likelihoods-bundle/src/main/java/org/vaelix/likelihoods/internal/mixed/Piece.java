package org.vaelix.likelihoods.internal.mixed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.PartSpec;

/**
 * One of the likelihoods with its columns. Its variables, heads and parameters have names that
 * begin with its number from 0, as in the recipe's list.
 *
 * @param number of the part
 * @param likelihood of the columns
 * @param columns which
 * @param context of the part
 */
record Piece(int number, Likelihood likelihood, Columns columns, ModelContext context) {
  static Piece of(int number, PartSpec<Likelihood> spec, Columns columns, ModelContext whole) {
    ModelContext context = new ColumnsContext(whole.scope(String.valueOf(number)), columns);
    try (Graph.Scope scope = context.open()) {
      return new Piece(number, spec.create(context), columns, context);
    }
  }

  /** {@return what the likelihood gives when it is used within its scope} */
  <T> T call(Function<Likelihood, T> use) {
    try (Graph.Scope scope = context.open()) {
      return use.apply(likelihood);
    }
  }

  private String prefix() {
    return number + "/";
  }

  List<Head> heads() {
    return likelihood.heads().stream()
        .map(head -> new Head(prefix() + head.name(), head.shape(), head.bias()))
        .toList();
  }

  <T> Map<String, T> prefixed(Map<String, T> own) {
    Map<String, T> result = new LinkedHashMap<>();
    own.forEach((name, value) -> result.put(prefix() + name, value));
    return result;
  }

  /** {@return of all, those of this part, by their own names} */
  <T> Map<String, T> own(Map<String, T> all) {
    Map<String, T> result = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(prefix())) {
            result.put(name.substring(prefix().length()), value);
          }
        });
    return result;
  }

  /**
   * {@return a number for each value, spread over all columns; 0 where they are not this part's}
   */
  Tensor spread(Tensor own, int rows) {
    return columns.spread(own.broadcast(columns.eventShape().prepend(rows)));
  }
}
