package org.vaelix.models.internal.autoencoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Regulariser;
import org.vaelix.core.model.Regulariser.Coding;
import org.vaelix.models.internal.Scoped;

/**
 * The regularisers of an autoencoder, in the recipe's order.
 *
 * @param byName each under its type, a second one of a type with its number
 */
record Regularisers(Map<String, Scoped<Regulariser>> byName) {
  static Regularisers of(List<PartSpec<Regulariser>> specs, ModelContext context) {
    Map<String, Scoped<Regulariser>> byName = new LinkedHashMap<>();
    for (PartSpec<Regulariser> spec : specs) {
      String name = spec.type();
      for (int use = 2; byName.containsKey(name); use++) {
        name = spec.type() + use;
      }
      byName.put(name, Scoped.create(spec, context, name));
    }
    return new Regularisers(byName);
  }

  Tensor corrupt(Tensor values) {
    Tensor corrupted = values;
    for (Scoped<Regulariser> regulariser : byName.values()) {
      Tensor input = corrupted;
      corrupted = regulariser.call(r -> r.corrupt(input));
    }
    return corrupted;
  }

  /** {@return what each adds to the loss, (rows,), by name} */
  Map<String, Tensor> penalties(Coding coding) {
    Map<String, Tensor> penalties = new LinkedHashMap<>();
    byName.forEach(
        (name, regulariser) -> {
          Optional<Tensor> penalty = regulariser.call(r -> r.penalty(coding));
          penalty.ifPresent(p -> penalties.put(name, p));
        });
    return penalties;
  }
}
