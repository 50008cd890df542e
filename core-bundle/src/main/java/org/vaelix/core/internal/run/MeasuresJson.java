package org.vaelix.core.internal.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.vaelix.core.model.Terms;

/** Means of measures as JSON: a number, or a list where a row has several. */
final class MeasuresJson {
  private MeasuresJson() {}

  static JsonObject of(Map<String, double[]> means) {
    JsonObject json = new JsonObject();
    means.forEach(
        (name, mean) -> {
          if (name.equals(Scores.NULL_MODEL)) {
            JsonObject nullModel = new JsonObject();
            nullModel.addProperty(Terms.ELBO, mean[0]);
            json.add(name, nullModel);
          } else if (mean.length == 1 && !name.equals(Terms.KL_PER_DIMENSION)) {
            json.addProperty(name, mean[0]);
          } else {
            JsonArray values = new JsonArray();
            Arrays.stream(mean).forEach(values::add);
            json.add(name, values);
          }
        });
    return json;
  }
}
