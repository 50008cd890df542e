package org.vaelix.core.recipe;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.internal.recipe.Reading;
import org.vaelix.core.training.Schedule;

/**
 * A recipe that has been read and checked, with the parts it uses at hand until it is closed. Made
 * by {@link RecipeReader}; called by runs.
 */
public final class LoadedRecipe implements AutoCloseable {
  private final Recipe recipe;
  private final JsonObject given;
  private final JsonObject resolved;
  private final Reading reading;

  LoadedRecipe(Recipe recipe, JsonObject given, JsonObject resolved, Reading reading) {
    this.recipe = recipe;
    this.given = given;
    this.resolved = resolved;
    this.reading = reading;
  }

  /** {@return the recipe} */
  public Recipe recipe() {
    return recipe;
  }

  /**
   * {@return a copy of the recipe with every default spelled out and the backend chosen, in the
   * order of the records' components; read with the same parts, it gives the same recipe}
   */
  public JsonObject resolved() {
    return resolved.deepCopy();
  }

  /** {@return all parts that the recipe uses, a part within another after it} */
  public List<PartUse> parts() {
    return List.copyOf(reading.uses());
  }

  /**
   * {@return all schedules that the recipe uses, numbers apart, by the JSON pointers of their
   * places}
   */
  public Map<String, Schedule> schedules() {
    return Collections.unmodifiableMap(reading.schedules());
  }

  /**
   * {@return the same recipe with the parts that are there now; the caller closes it}
   *
   * @param choosesAnew whether what the recipe leaves open, such as which backend computes, is
   *     chosen again; else it is as it was resolved
   * @throws RecipeException with all problems, such as a part that is not there
   */
  public LoadedRecipe again(boolean choosesAnew) {
    JsonObject json = choosesAnew ? given : resolved;
    return RecipeReader.readAgain(json.deepCopy(), recipe.name(), reading.catalog());
  }

  /** Loads what the parts may still load later; see {@code Lease.loadAll}. */
  public void loadParts() {
    reading.loadAll();
  }

  /**
   * {@return the part whose formula a node is; empty if the model was not traced from this recipe,
   * or no part has made the node}
   *
   * @param node of a graph
   */
  public Optional<PartReference> maker(Tensor node) {
    return reading.makers().of(node);
  }

  /** Gives all parts back. Closing twice does nothing. */
  @Override
  public void close() {
    reading.close();
  }
}
