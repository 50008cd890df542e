package org.vaelix.core.run;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vaelix.core.composition.ReceptiveField;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Variable;

/**
 * How large a model is and how far its encoder sees.
 *
 * @param parameters how many numbers are trained
 * @param byScope the same for each part: encoder, decoder, prior …
 * @param receptiveField of a convolutional encoder; absent for others
 */
public record ModelOutline(
    long parameters, Map<String, Long> byScope, Optional<ReceptiveField> receptiveField) {
  /**
   * {@return the outline of a model}
   *
   * @param tracer of it
   */
  public static ModelOutline of(Tracer tracer) {
    Map<String, Long> byScope = new TreeMap<>();
    for (Variable variable : tracer.evaluation(1).graph().variables()) {
      if (variable.isTrainable()) {
        byScope.merge(scope(variable.name()), (long) variable.shape().elements(), Long::sum);
      }
    }
    long all = byScope.values().stream().mapToLong(Long::longValue).sum();
    return new ModelOutline(all, byScope, ReceptiveField.of(tracer.encoding(1).graph()));
  }

  private static String scope(String name) {
    int end = name.indexOf('/');
    return end < 0 ? name : name.substring(0, end);
  }

  /** {@return what {@code provenance.json} says of it} */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("parameters", parameters);
    JsonObject scopes = new JsonObject();
    byScope.forEach(scopes::addProperty);
    json.add("parametersByScope", scopes);
    receptiveField.ifPresent(
        field -> {
          JsonObject sides = new JsonObject();
          sides.addProperty("height", field.height());
          sides.addProperty("width", field.width());
          json.add("receptiveField", sides);
        });
    return json;
  }
}
