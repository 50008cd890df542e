package org.vaelix.core.internal.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.recipe.BackendChoice;
import org.vaelix.core.recipe.PartUse;
import org.vaelix.core.run.ModelOutline;
import org.vaelix.core.run.RunException;
import org.vaelix.core.training.Recomposition;
import org.vaelix.core.training.Recomposition.Fate;

/** Where a run came from: parts, data, backend, machine. */
final class Provenance {
  private static final String DATA = "data";
  private static final String SHA_256 = "sha256";
  private static final String RECOMPOSITIONS = "recompositions";

  private Provenance() {}

  static JsonObject of(Experiment experiment) {
    JsonObject json = new JsonObject();
    json.addProperty("started", Instant.now().toString());
    json.addProperty("seed", experiment.loaded().recipe().seed());
    json.add(DATA, data(experiment.dataset(), experiment.dataHash()));
    json.add("backend", backend(experiment.loaded().recipe().backend()));
    json.add("model", ModelOutline.of(experiment.tracer()).toJson());
    json.add("parts", parts(experiment.loaded().parts()));
    json.add("java", java());
    return json;
  }

  /**
   * Adds an exchange of parts to what is known of a run.
   *
   * @param provenance of the run
   * @param experiment with the parts as they are now
   * @param done what was exchanged
   * @param changed the parts that took others' places
   */
  static void add(
      JsonObject provenance, Experiment experiment, Recomposition done, List<PartUse> changed) {
    JsonObject json = new JsonObject();
    json.addProperty("at", Instant.now().toString());
    json.addProperty("step", done.step());
    json.add("changes", strings(done.changes()));
    json.add("parts", parts(changed));
    json.add("backend", backend(experiment.loaded().recipe().backend()));
    json.addProperty("kept", done.names(Fate.KEPT).size());
    json.add("initialised", strings(done.names(Fate.INITIALISED)));
    json.add("dropped", strings(done.names(Fate.DROPPED)));
    if (!provenance.has(RECOMPOSITIONS)) {
      provenance.add(RECOMPOSITIONS, new JsonArray());
    }
    provenance.getAsJsonArray(RECOMPOSITIONS).add(json);
  }

  private static JsonArray strings(List<String> values) {
    JsonArray json = new JsonArray();
    values.forEach(json::add);
    return json;
  }

  /** Refuses rows other than those that a run began with. */
  static void checkHash(JsonObject provenance, Dataset dataset, String hash) {
    if (!provenance.getAsJsonObject(DATA).get(SHA_256).getAsString().equals(hash)) {
      throw new RunException(
          dataset.origin()
              + " has changed since the run began; put the old rows back, or start anew");
    }
  }

  private static JsonObject data(Dataset dataset, String hash) {
    JsonObject json = new JsonObject();
    json.addProperty("origin", dataset.origin());
    json.addProperty("rows", dataset.rows());
    json.addProperty("eventShape", dataset.eventShape().toString());
    json.addProperty(SHA_256, hash);
    return json;
  }

  private static JsonObject backend(BackendChoice<?> choice) {
    JsonObject json = new JsonObject();
    json.addProperty("type", choice.type());
    json.addProperty("runsOn", choice.backend().availability().reason());
    json.addProperty("threads", choice.threads());
    return json;
  }

  private static JsonArray parts(List<PartUse> uses) {
    JsonArray json = new JsonArray();
    for (PartUse use : uses) {
      PartReference part = use.part();
      Origin origin = part.origin();
      JsonObject entry = new JsonObject();
      entry.addProperty("path", use.path());
      entry.addProperty("kind", part.kind());
      entry.addProperty("type", part.type());
      entry.addProperty("bundle", origin.bundle());
      entry.addProperty("version", origin.version());
      entry.addProperty(SHA_256, origin.sha256());
      json.add(entry);
    }
    return json;
  }

  private static JsonObject java() {
    JsonObject json = new JsonObject();
    json.addProperty("version", Runtime.version().toString());
    json.addProperty("vendor", System.getProperty("java.vendor"));
    json.addProperty("machine", System.getProperty("java.vm.name"));
    json.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return json;
  }
}
