package org.vaelix.launcher.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.vaelix.launcher.internal.doctor.BundleReport;
import org.vaelix.launcher.internal.doctor.Diagnosis;
import org.vaelix.launcher.internal.doctor.Finding;

/** A diagnosis for programs. */
final class DoctorJson {
  private DoctorJson() {}

  static JsonObject of(Diagnosis diagnosis) {
    JsonArray bundles = new JsonArray();
    diagnosis.bundles().forEach(bundle -> bundles.add(of(bundle)));
    JsonObject backends = new JsonObject();
    diagnosis.backends().forEach(backends::addProperty);
    JsonArray findings = new JsonArray();
    diagnosis.findings().forEach(finding -> findings.add(of(finding)));
    JsonObject json = new JsonObject();
    json.add("bundles", bundles);
    json.add("backends", backends);
    json.add("findings", findings);
    return json;
  }

  private static JsonObject of(BundleReport bundle) {
    JsonArray offers = new JsonArray();
    bundle.offers().forEach(offers::add);
    JsonObject json = new JsonObject();
    json.addProperty("bundle", bundle.name());
    json.addProperty("version", bundle.version());
    json.addProperty("state", bundle.state());
    json.addProperty("leases", bundle.leases());
    json.add("offers", offers);
    return json;
  }

  private static JsonObject of(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("subject", finding.subject());
    json.addProperty("reason", finding.reason());
    return json;
  }
}
