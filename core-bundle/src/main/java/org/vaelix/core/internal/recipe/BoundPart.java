package org.vaelix.core.internal.recipe;

import java.util.function.Function;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.graph.ShapeException;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.OptionException;

/**
 * A part that a recipe asked for, with its factory and options at hand.
 *
 * @param part which
 * @param place where the recipe asks for it
 * @param maker calls the factory with the options
 */
record BoundPart(PartReference part, Place place, Function<ModelContext, ?> maker)
    implements PartSpec<Object> {
  @Override
  public String type() {
    return part.type();
  }

  /** Passes on what a part says of models and shapes; anything else it throws is its fault. */
  @Override
  public Object create(ModelContext context) {
    try {
      return maker.apply(context);
    } catch (ModelException | ShapeException e) {
      throw e;
    } catch (OptionException e) {
      throw new ModelException(place.child(e.option()).path() + ": " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      throw new ModelException(Reading.fault(part, "create", e));
    }
  }
}
