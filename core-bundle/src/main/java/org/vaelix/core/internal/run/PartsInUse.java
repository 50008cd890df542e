package org.vaelix.core.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.recipe.PartUse;

/**
 * The parts that the steps of a run are computed with, and where they came from when they were
 * leased: a bundle that has been updated meanwhile no longer tells. Data sources are not among
 * them: their rows have been read.
 */
final class PartsInUse {
  private static final Set<String> READ_BEFORE = Set.of("data", "preprocess", "split");

  private final Map<PartUse, Origin> origins = new LinkedHashMap<>();

  PartsInUse(List<PartUse> uses) {
    for (PartUse use : uses) {
      if (!READ_BEFORE.contains(use.path().split("/", 3)[1])) {
        origins.put(use, use.part().origin());
      }
    }
  }

  /** {@return those that the catalog no longer has} */
  List<PartUse> goneFrom(Catalog catalog) {
    Set<PartReference> there = Set.copyOf(catalog.parts());
    return origins.keySet().stream().filter(use -> !there.contains(use.part())).toList();
  }

  /** {@return whether for each there is one of its kind and type} */
  boolean areReplaceable(Catalog catalog) {
    Set<String> there = catalog.parts().stream().map(PartsInUse::name).collect(Collectors.toSet());
    return origins.keySet().stream().allMatch(use -> there.contains(name(use.part())));
  }

  boolean isSame(PartsInUse other) {
    return origins.keySet().equals(other.origins.keySet());
  }

  /** {@return the parts here that another set did not have in the same place} */
  List<PartUse> newSince(PartsInUse old) {
    return origins.keySet().stream().filter(use -> !old.origins.containsKey(use)).toList();
  }

  /** {@return one sentence for each place where there is another part than in an older set} */
  List<String> changesSince(PartsInUse old) {
    Map<String, PartUse> before =
        old.origins.keySet().stream().collect(Collectors.toMap(PartUse::path, use -> use));
    List<String> changes = new ArrayList<>();
    for (PartUse use : newSince(old)) {
      changes.add(use.path() + " is " + described(use) + past(before.get(use.path()), old, use));
    }
    Set<String> now = origins.keySet().stream().map(PartUse::path).collect(Collectors.toSet());
    before.values().stream()
        .filter(use -> !now.contains(use.path()))
        .forEach(use -> changes.add(use.path() + " has no part; it was " + old.described(use)));
    return changes;
  }

  private String past(PartUse was, PartsInUse old, PartUse is) {
    if (was == null) {
      return ", where there was none";
    }
    boolean isSame = old.described(was).equals(described(is));
    return isSame ? ", started anew" : "; it was " + old.described(was);
  }

  /** {@return a part with the bundle that it came from} */
  String described(PartUse use) {
    return name(use.part()) + " from " + origins.get(use);
  }

  static String name(PartReference part) {
    return part.kind() + " '" + part.type() + "'";
  }
}
