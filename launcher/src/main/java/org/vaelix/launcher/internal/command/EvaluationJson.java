package org.vaelix.launcher.internal.command;

import com.google.gson.JsonObject;
import java.util.Map;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.Summary;

/** Scores for programs: by split, what {@code summary.json} says, and the estimates of ln p(x). */
final class EvaluationJson {
  private EvaluationJson() {}

  static JsonObject of(Summary summary, Map<String, LogLikelihood> estimates) {
    JsonObject splits = new JsonObject();
    summary
        .splits()
        .forEach(
            (split, score) -> {
              JsonObject json = score.toJson();
              if (estimates.containsKey(split)) {
                json.add("logLikelihood", of(estimates.get(split)));
              }
              splits.add(split, json);
            });
    JsonObject json = new JsonObject();
    json.add("splits", splits);
    return json;
  }

  private static JsonObject of(LogLikelihood estimate) {
    JsonObject json = new JsonObject();
    json.addProperty("samples", estimate.samples());
    json.addProperty("elbo", estimate.elbo());
    json.addProperty("iwae", estimate.iwae());
    estimate.standardError().ifPresent(error -> json.addProperty("standardError", error));
    return json;
  }
}
