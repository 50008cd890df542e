package org.vaelix.core.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.analysis.Formula;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Rows;

/**
 * A trained model as analyses see it.
 *
 * @param parts of the model
 * @param variables of the model
 * @param source of the rows
 * @param order which of them, by number
 * @param batch how many are computed at once
 */
public record TrainedSubject(
    TrainedParts parts, Map<String, HostArray> variables, Rows source, int[] order, int batch)
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
