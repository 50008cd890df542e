package org.vaelix.core.internal.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Moments;
import org.vaelix.core.recipe.Recipe;

/**
 * What a model must know of the rows it was trained on, to be applied without them.
 *
 * @param eventShape the shape of one observation
 * @param moments of the training rows
 * @param codings of the conditions, in the recipe's order
 * @param conditions of the training rows, by name; rows are generated under these
 */
public record Statistics(
    Shape eventShape, Moments moments, List<Coding> codings, Map<String, Coded> conditions) {
  /**
   * {@return the statistics of rows}
   *
   * @param dataset preprocessed
   * @param recipe that names the conditions
   * @param train which rows are trained on
   * @throws org.vaelix.core.data.DataException if the conditions are not what the recipe says
   */
  public static Statistics of(Dataset dataset, Recipe recipe, int[] train) {
    Preparation.checkObserved(dataset, train);
    Moments moments = Preparation.moments(dataset.values(), dataset.columns(), train);
    List<Coding> codings =
        recipe.conditions().stream().map(options -> Coding.of(options, dataset, train)).toList();
    Map<String, Coded> conditions = new LinkedHashMap<>();
    code(codings, dataset).forEach((name, coded) -> conditions.put(name, coded.rows(train)));
    return new Statistics(dataset.eventShape(), moments, codings, conditions);
  }

  private static Map<String, Coded> code(List<Coding> codings, Dataset dataset) {
    Map<String, Coded> coded = new LinkedHashMap<>();
    codings.forEach(coding -> coded.put(coding.condition().name(), coding.code(dataset)));
    return coded;
  }

  /**
   * {@return rows as programs take them}
   *
   * @param dataset preprocessed
   * @param recipe that says whether values may be missing
   */
  public Rows rows(Dataset dataset, Recipe recipe) {
    return new Rows(
        dataset.values(),
        code(codings, dataset),
        recipe.preprocess().allowsMissing(),
        dataset.truth());
  }

  /**
   * {@return traces the recipe's model for these data}
   *
   * @param recipe of the model
   */
  public Tracer tracer(Recipe recipe) {
    List<Condition> declared = codings.stream().map(Coding::condition).toList();
    return new Tracer(
        recipe.model(), eventShape, moments, declared, recipe.preprocess().allowsMissing());
  }
}
