package org.vaelix.core.internal.run;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vaelix.core.analysis.Formula;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.model.Likelihood;

/**
 * A trained model as analyses see it.
 *
 * @param parts of the model
 * @param variables of the model
 * @param source of the rows
 * @param order which of them, by number
 * @param batch how many are computed at once
 * @param ofTraining gives the same model with training rows
 * @param other another model with the same rows
 */
public record TrainedSubject(
    TrainedParts parts,
    Map<String, HostArray> variables,
    Rows source,
    int[] order,
    int batch,
    Supplier<Subject> ofTraining,
    Optional<Subject> other)
    implements Subject {
  @Override
  public int rows() {
    return order.length;
  }

  @Override
  public long seed() {
    return parts.loaded().recipe().seed();
  }

  @Override
  public JsonObject recipe() {
    return parts.loaded().resolved();
  }

  @Override
  public Likelihood likelihood() {
    return parts.tracer().evaluation(1).model().likelihood();
  }

  @Override
  public Map<String, HostArray> truth() {
    Map<String, HostArray> truth = new LinkedHashMap<>();
    source.truth().forEach((name, array) -> truth.put(name, chosen(array)));
    return truth;
  }

  private HostArray chosen(HostArray array) {
    int row = array.shape().dropLeading(1).elements();
    HostArray chosen = HostArray.of(array.shape().with(0, rows()), new double[row * rows()]);
    for (int i = 0; i < rows(); i++) {
      chosen.copyFrom(array, order[i] * row, i * row, row);
    }
    return chosen;
  }

  @Override
  public Subject training() {
    return ofTraining.get();
  }

  @Override
  public double[] nullModel() {
    int size = Math.min(batch, rows());
    Traced traced = parts.tracer().evaluation(size);
    return new Forward(traced, parts.loaded().recipe().backend(), variables, size)
        .over(source, order, Map.of(), Map.of(), seed())
        .get(Tracer.NULL_MODEL)
        .toDoubles();
  }

  @Override
  public Map<String, HostArray> measure(
      Formula formula, Map<String, HostArray> perRow, Map<String, HostArray> shared) {
    int size = Math.min(batch, rows());
    Map<String, Shape> shapes = new LinkedHashMap<>();
    perRow.forEach((name, array) -> shapes.put(name, array.shape().with(0, size)));
    shared.forEach((name, array) -> shapes.put(name, array.shape()));
    Traced traced = parts.tracer().measurement(size, formula, shapes);
    return new Forward(traced, parts.loaded().recipe().backend(), variables, size)
        .over(source, order, inputs(perRow), inputs(shared), seed());
  }

  private static Map<String, HostArray> inputs(Map<String, HostArray> given) {
    Map<String, HostArray> inputs = new LinkedHashMap<>();
    given.forEach((name, array) -> inputs.put(Tracer.GIVEN_PREFIX + name, array));
    return inputs;
  }
}
