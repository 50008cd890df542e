package org.vaelix.analysis.internal.information;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The findings for programs. */
final class InformationJson {
  private InformationJson() {}

  static JsonObject of(Information found) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", found.rows());
    json.addProperty("elbo", found.elbo());
    json.add("reconstruction", found.reconstruction().toJson());
    json.add("kl", found.kl().toJson());
    if (found.klPerDimension().length > 0) {
      json.add("klPerDimension", array(found.klPerDimension()));
    }
    if (found.hasSkipLatents()) {
      json.add("skipKl", found.skipKl().toJson());
    }
    json.add("varianceOfPosteriorMean", array(found.spread()));
    json.addProperty("activeUnits", found.active());
    json.add("mutualInformation", found.mutualInformation().toJson());
    json.addProperty("mutualInformationBound", found.bound());
    json.add("aggregateKl", found.divergence().toJson());
    json.add("identityGap", found.gap().toJson());
    json.add("elboLostWhenShuffled", found.lostWhenShuffled().toJson());
    return json;
  }

  private static JsonArray array(double[] values) {
    JsonArray array = new JsonArray();
    for (double value : values) {
      array.add(value);
    }
    return array;
  }
}
