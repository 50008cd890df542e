package org.vaelix.launcher.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profile.Kernel;
import org.vaelix.core.backend.Profile.Phase;
import org.vaelix.core.backend.Profile.Times;
import org.vaelix.core.run.StepProfile;

/** A profile for programs; times are in nanoseconds. */
final class ProfileJson {
  private ProfileJson() {}

  static JsonObject of(StepProfile step) {
    Profile profile = step.profile();
    JsonObject json = new JsonObject();
    json.addProperty("name", step.name());
    json.addProperty("backend", step.backend());
    json.addProperty("threads", step.threads());
    json.addProperty("batchSize", step.batchSize());
    json.addProperty("parameters", step.parameters());
    json.addProperty("warmUp", step.warmUp());
    json.addProperty("isWarm", step.isWarm());
    json.addProperty("steps", step.steps());
    json.add("step", of(step.step()));
    json.add("run", of(step.run()));
    json.add("measuredRun", of(profile.run()));
    json.add("betweenKernels", of(profile.between()));
    json.addProperty("memoryBytes", profile.memoryBytes());
    JsonArray kernels = new JsonArray();
    profile.kernels().forEach(kernel -> kernels.add(of(kernel)));
    json.add("kernels", kernels);
    json.add("compiling", compiling(step));
    return json;
  }

  private static JsonObject of(Times times) {
    JsonObject json = new JsonObject();
    json.addProperty("low", times.low());
    json.addProperty("median", times.median());
    json.addProperty("high", times.high());
    return json;
  }

  private static JsonObject of(Kernel kernel) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", kernel.kind());
    json.addProperty("description", kernel.description());
    JsonObject scopes = new JsonObject();
    kernel.scopes().forEach(scopes::addProperty);
    json.add("scopes", scopes);
    json.addProperty("operations", kernel.operations());
    json.addProperty("bytesRead", kernel.bytesRead());
    json.addProperty("bytesWritten", kernel.bytesWritten());
    json.add("time", of(kernel.time()));
    json.addProperty("busy", kernel.busy());
    JsonArray tasks = new JsonArray();
    kernel.tasks().forEach(task -> tasks.add(of(task)));
    json.add("tasks", tasks);
    return json;
  }

  private static JsonObject of(Profile.Task task) {
    JsonObject json = new JsonObject();
    json.addProperty("name", task.name());
    json.addProperty("parts", task.parts());
    json.add("time", of(task.time()));
    return json;
  }

  private static JsonObject compiling(StepProfile step) {
    JsonObject json = new JsonObject();
    json.addProperty("trace", step.traceNanoseconds());
    json.addProperty("compile", step.compileNanoseconds());
    JsonArray phases = new JsonArray();
    for (Phase phase : step.profile().phases()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", phase.name());
      one.addProperty("nanoseconds", phase.nanoseconds());
      one.addProperty("result", phase.result());
      phases.add(one);
    }
    json.add("phases", phases);
    return json;
  }
}
