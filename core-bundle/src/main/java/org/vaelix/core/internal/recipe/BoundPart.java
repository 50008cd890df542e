package org.vaelix.core.internal.recipe;

import java.util.function.Function;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.internal.contain.ContainedPart;
import org.vaelix.core.internal.contain.Makers;
import org.vaelix.core.internal.contain.PartCalls;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.OptionException;

/**
 * A part that a recipe asked for, with its factory and options at hand.
 *
 * @param part which
 * @param place where the recipe asks for it
 * @param makers where the nodes that it makes are noted
 * @param maker calls the factory with the options
 */
record BoundPart(PartReference part, Place place, Makers makers, Function<ModelContext, ?> maker)
    implements PartSpec<Object> {
  @Override
  public String type() {
    return part.type();
  }

  /** Passes on what a part says of models; anything else it throws is its fault. */
  @Override
  public Object create(ModelContext context) {
    Graph graph = context.graph();
    Object made =
        PartCalls.call(
            part, "create", () -> ContainedPart.guarded(part, "create", () -> make(context)));
    return ContainedPart.of(part, made, graph, makers);
  }

  private Object make(ModelContext context) {
    int before = context.graph().nodes().size();
    try {
      return maker.apply(context);
    } catch (OptionException e) {
      throw new ModelException(place.child(e.option()).path() + ": " + e.getMessage());
    } finally {
      makers.note(context.graph(), before, part);
    }
  }
}
