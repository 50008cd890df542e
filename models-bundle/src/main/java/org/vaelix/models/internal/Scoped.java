package org.vaelix.models.internal;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.PartSpec;

/**
 * A part together with its context, so that all nodes it makes carry its scope.
 *
 * @param part the part
 * @param context scoped to it
 * @param <P> its kind
 */
public record Scoped<P>(P part, ModelContext context) {
  /** {@return the part, made in a scope of its own} */
  public static <P> Scoped<P> create(PartSpec<P> spec, ModelContext model, String name) {
    ModelContext context = model.scope(name);
    try (Graph.Scope scope = context.open()) {
      return new Scoped<>(spec.create(context), context);
    }
  }

  /** {@return another part in its place, in the same scope} */
  public Scoped<P> map(UnaryOperator<P> change) {
    return new Scoped<>(change.apply(part), context);
  }

  /** {@return what the part gives when it is used within its scope} */
  public <T> T call(Function<P, T> use) {
    try (Graph.Scope scope = context.open()) {
      return use.apply(part);
    }
  }
}
