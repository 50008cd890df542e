package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.internal.contain.Faults;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.recipe.BackendChoice;

/** Reads which backend computes a recipe, and chooses one if the recipe says "auto". */
final class BackendReader {
  private static final String KIND = "backend";
  private static final String AUTO = "auto";

  private final Reading reading;
  private final PartReader parts;

  BackendReader(Reading reading, PartReader parts) {
    this.reading = reading;
    this.parts = parts;
  }

  /** A backend with what it says about itself. */
  private record Candidate(PartReference part, int rank, Availability availability) {}

  Bound read(JsonElement json, Place place) {
    JsonObject options = parts.options(KIND, json, place, false);
    if (options == null) {
      return null;
    }
    JsonElement type = options.get("type");
    boolean isAuto = type == null || (Scalars.isString(type) && type.getAsString().equals(AUTO));
    PartReference part = isAuto ? choose(options, place) : named(type, options, place);
    PartReader.Found found = part == null ? null : parts.open(part, options, place);
    return found == null ? null : choice((Backend<?>) found.factory(), found);
  }

  private PartReference named(JsonElement type, JsonObject options, Place place) {
    Bound name = new Scalars(reading).string(type, place.child("type"));
    PartReference part =
        name == null ? null : parts.find(KIND, (String) name.value(), options, place);
    Candidate candidate = part == null ? null : ask(part, place);
    if (candidate != null && !candidate.availability().isAvailable()) {
      reading.problem(
          place,
          Faults.name(part)
              + " cannot be used here: "
              + candidate.availability().reason()
              + " (\"auto\" takes one that can)");
      return null;
    }
    return candidate == null ? null : part;
  }

  private PartReference choose(JsonObject options, Place place) {
    if (options.keySet().stream().anyMatch(key -> !key.equals("type"))) {
      reading.problem(place, "options need a backend that is named by 'type', \"auto\" has none");
      return null;
    }
    List<String> reasons = new ArrayList<>();
    List<Candidate> usable = new ArrayList<>();
    for (PartReference part : reading.catalog().parts(KIND)) {
      Reading aside = reading.aside();
      Candidate candidate = new BackendReader(aside, parts).ask(part, place);
      if (candidate == null) {
        reasons.add(aside.problems().get(0).message());
      } else if (candidate.availability().isAvailable()) {
        usable.add(candidate);
      } else {
        reasons.add(Faults.name(part) + ": " + candidate.availability().reason());
      }
    }
    return best(usable, reasons, place);
  }

  private PartReference best(List<Candidate> usable, List<String> reasons, Place place) {
    if (usable.isEmpty()) {
      String list = reasons.isEmpty() ? "none is installed" : String.join("; ", reasons);
      reading.problem(place, "no backend can be used here: " + list);
      return null;
    }
    // The first of equal rank, so that the choice does not depend on chance.
    usable.sort(Comparator.comparing(Candidate::rank).reversed());
    return usable.get(0).part();
  }

  /** {@return the backend's answers, or null after a problem} */
  private Candidate ask(PartReference part, Place place) {
    Place here = place.within(part);
    PartFactory<?> factory = reading.factory(here, part);
    if (factory == null) {
      return null;
    }
    return reading.trusted(
        here,
        "availability",
        () -> {
          Backend<?> backend = (Backend<?>) factory;
          return new Candidate(part, backend.rank(), backend.availability());
        });
  }

  /** A factory's defaults and its configuration are of one class: the cast cannot fail. */
  @SuppressWarnings("unchecked")
  private static <C extends Record> Bound choice(Backend<C> backend, PartReader.Found found) {
    C options = (C) found.config();
    return new Bound(new BackendChoice<>(found.part().type(), backend, options), found.json());
  }
}
