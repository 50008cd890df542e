package org.vaelix.benchmarks.command;

import com.google.gson.JsonObject;
import org.vaelix.benchmarks.measure.Sample;

/** Samples as JSON. */
final class Samples {
  private Samples() {}

  static JsonObject json(Sample sample) {
    JsonObject json = new JsonObject();
    json.addProperty("minimum", sample.minimum());
    json.addProperty("lowerQuartile", sample.lowerQuartile());
    json.addProperty("median", sample.median());
    json.addProperty("upperQuartile", sample.upperQuartile());
    return json;
  }
}
