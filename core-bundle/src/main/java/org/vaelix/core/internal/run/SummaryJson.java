package org.vaelix.core.internal.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.model.Terms;
import org.vaelix.core.run.Summary;

/** A summary as it is written to {@code summary.json}, and back. */
public final class SummaryJson {
  private static final String ROWS = "rows";

  private SummaryJson() {}

  static JsonObject write(Summary summary) {
    JsonObject json = new JsonObject();
    JsonObject splits = new JsonObject();
    summary.splits().forEach((name, score) -> splits.add(name, write(score)));
    json.add("splits", splits);
    json.addProperty("stopped", summary.stopped().name().toLowerCase(Locale.ROOT));
    json.addProperty("epochs", summary.epochs());
    summary.bestEpoch().ifPresent(epoch -> json.addProperty("bestEpoch", epoch));
    json.addProperty("steps", summary.steps());
    json.addProperty("seconds", summary.seconds());
    json.addProperty("stepMilliseconds", summary.stepMilliseconds());
    json.addProperty("backend", summary.backend());
    json.addProperty("threads", summary.threads());
    json.addProperty("parameters", summary.parameters());
    return json;
  }

  /**
   * {@return the score of one split}
   *
   * @param score to write
   */
  public static JsonObject write(Summary.Score score) {
    JsonObject json = new JsonObject();
    json.addProperty(ROWS, score.rows());
    score.measures().forEach(json::addProperty);
    if (score.klPerDimension().length > 0) {
      JsonArray values = new JsonArray();
      for (double kl : score.klPerDimension()) {
        values.add(kl);
      }
      json.add(Terms.KL_PER_DIMENSION, values);
    }
    JsonObject nullModel = new JsonObject();
    nullModel.addProperty(Terms.ELBO, score.nullModel());
    json.add(Scores.NULL_MODEL, nullModel);
    return json;
  }

  static Summary read(JsonObject json) {
    Map<String, Summary.Score> splits = new LinkedHashMap<>();
    json.getAsJsonObject("splits")
        .entrySet()
        .forEach(e -> splits.put(e.getKey(), readScore(e.getValue().getAsJsonObject())));
    return new Summary(
        splits,
        Summary.Stopped.valueOf(json.get("stopped").getAsString().toUpperCase(Locale.ROOT)),
        json.get("epochs").getAsInt(),
        Optional.ofNullable(json.get("bestEpoch")).map(JsonElement::getAsInt),
        json.get("steps").getAsLong(),
        json.get("seconds").getAsDouble(),
        json.get("stepMilliseconds").getAsDouble(),
        json.get("backend").getAsString(),
        json.get("threads").getAsInt(),
        json.get("parameters").getAsLong());
  }

  private static Summary.Score readScore(JsonObject json) {
    Map<String, Double> measures = new LinkedHashMap<>();
    double[] klPerDimension = new double[0];
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      if (entry.getKey().equals(Terms.KL_PER_DIMENSION)) {
        klPerDimension =
            entry.getValue().getAsJsonArray().asList().stream()
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
      } else if (entry.getValue().isJsonPrimitive() && !entry.getKey().equals(ROWS)) {
        measures.put(entry.getKey(), entry.getValue().getAsDouble());
      }
    }
    double nullModel = json.getAsJsonObject(Scores.NULL_MODEL).get(Terms.ELBO).getAsDouble();
    return new Summary.Score(json.get(ROWS).getAsInt(), measures, klPerDimension, nullModel);
  }
}
