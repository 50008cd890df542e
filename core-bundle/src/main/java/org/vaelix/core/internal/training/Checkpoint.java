package org.vaelix.core.internal.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.SafeTensors;

/**
 * One file from which training goes on to the same bits: the variables, the best variables so far,
 * and the progress as metadata.
 */
public final class Checkpoint {
  private static final String VARIABLE = "variable/";
  private static final String BEST = "best/";
  private static final String PROGRESS = "progress";

  /** Writes doubles so that they read back the same, infinity included. */
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private Checkpoint() {}

  /**
   * Writes a checkpoint.
   *
   * @param file replaced if it exists
   * @param progress how far training has come
   * @param variables all of them
   * @throws IOException if writing fails; the file is then as it was
   */
  public static void write(Path file, Progress progress, Map<String, HostArray> variables)
      throws IOException {
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    variables.forEach((name, value) -> arrays.put(VARIABLE + name, value));
    progress.bestVariables.forEach((name, value) -> arrays.put(BEST + name, value));
    new SafeTensors(arrays, Map.of(PROGRESS, GSON.toJson(toJson(progress)))).write(file);
  }

  private static JsonObject toJson(Progress progress) {
    JsonObject json = new JsonObject();
    json.addProperty("step", progress.step);
    json.addProperty("epoch", progress.epoch);
    json.addProperty("batch", progress.batch);
    json.add("sums", GSON.toJsonTree(progress.sums.sums()));
    json.addProperty("weight", progress.sums.weight());
    json.addProperty("bestLoss", progress.bestLoss);
    json.addProperty("bestEpoch", progress.bestEpoch);
    json.addProperty("plateauBest", progress.plateauBest);
    json.addProperty("plateauEpochs", progress.plateauEpochs);
    json.addProperty("rateFactor", progress.rateFactor);
    json.addProperty("isStopped", progress.isStopped);
    json.addProperty("seconds", progress.seconds);
    return json;
  }

  /**
   * Reads a checkpoint into a progress.
   *
   * @param file a checkpoint
   * @param progress overwritten
   * @return the variables by name
   * @throws IOException if it cannot be read, or is damaged
   */
  public static Map<String, HostArray> read(Path file, Progress progress) throws IOException {
    SafeTensors content = SafeTensors.read(file);
    Map<String, HostArray> variables = new LinkedHashMap<>();
    content.arrays().forEach((name, array) -> sort(name, array, variables, progress));
    try {
      fromJson(GSON.fromJson(content.metadata().get(PROGRESS), JsonObject.class), progress);
    } catch (JsonParseException | NullPointerException | NumberFormatException e) {
      throw new IOException("its progress is damaged", e);
    }
    return variables;
  }

  private static void sort(
      String name, HostArray array, Map<String, HostArray> variables, Progress progress) {
    if (name.startsWith(VARIABLE)) {
      variables.put(name.substring(VARIABLE.length()), array);
    } else {
      progress.bestVariables.put(name.substring(BEST.length()), array);
    }
  }

  private static void fromJson(JsonObject json, Progress progress) {
    progress.step = json.get("step").getAsLong();
    progress.epoch = json.get("epoch").getAsInt();
    progress.batch = json.get("batch").getAsInt();
    Map<String, double[]> sums =
        GSON.fromJson(json.get("sums"), new TypeToken<Map<String, double[]>>() {}.getType());
    progress.sums.restore(sums, json.get("weight").getAsDouble());
    progress.bestLoss = json.get("bestLoss").getAsDouble();
    progress.bestEpoch = json.get("bestEpoch").getAsInt();
    progress.plateauBest = json.get("plateauBest").getAsDouble();
    progress.plateauEpochs = json.get("plateauEpochs").getAsInt();
    progress.rateFactor = json.get("rateFactor").getAsDouble();
    progress.isStopped = json.get("isStopped").getAsBoolean();
    progress.seconds = json.get("seconds").getAsDouble();
  }
}
