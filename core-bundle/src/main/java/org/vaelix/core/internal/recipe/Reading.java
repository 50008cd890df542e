package org.vaelix.core.internal.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.internal.contain.Faults;
import org.vaelix.core.internal.contain.Makers;
import org.vaelix.core.internal.contain.PartCalls;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.recipe.PartUse;
import org.vaelix.core.recipe.Problem;
import org.vaelix.core.training.Schedule;

/** What one reading of a recipe has found so far: problems, parts in use, leases. */
public final class Reading implements AutoCloseable {
  private final Catalog catalog;
  private final boolean isAside;
  private final List<Problem> problems = new ArrayList<>();
  private final List<PartUse> uses = new ArrayList<>();
  private final Map<String, Schedule> schedules = new TreeMap<>();
  private final Makers makers = new Makers();
  private final Map<PartReference, Lease> leases;

  /**
   * Starts a reading.
   *
   * @param catalog where parts are looked up
   */
  public Reading(Catalog catalog) {
    this(catalog, false, new LinkedHashMap<>());
  }

  private Reading(Catalog catalog, boolean isAside, Map<PartReference, Lease> leases) {
    this.catalog = catalog;
    this.isAside = isAside;
    this.leases = leases;
  }

  /** {@return a reading that shares leases with this one but keeps its findings to itself} */
  Reading aside() {
    return new Reading(catalog, true, leases);
  }

  /** {@return whether this is a trial, of which nobody sees the problems} */
  boolean isAside() {
    return isAside;
  }

  /** {@return all problems found so far; may be added to} */
  public List<Problem> problems() {
    return problems;
  }

  /** {@return all parts that the recipe uses} */
  public List<PartUse> uses() {
    return uses;
  }

  /** {@return all schedules that the recipe uses, numbers apart, by their JSON pointers} */
  public Map<String, Schedule> schedules() {
    return schedules;
  }

  /** Keeps a schedule, unless it would still be moving when training is over. */
  void schedule(Place place, Schedule schedule) {
    double end = schedule.settledAt();
    if (end >= 0 && end <= 1) {
      schedules.put(place.path(), schedule);
    } else {
      problem(
          place,
          "settles after "
              + end
              + " of the planned steps, so training would end before; let it end at 1 or before");
    }
  }

  void problem(Place place, String message) {
    // A refused option is tried again with its default, which may be refused in the same words.
    Problem found = new Problem(place.path(), message);
    if (!problems.contains(found)) {
      problems.add(found);
    }
  }

  void use(Place place, PartReference part) {
    uses.add(new PartUse(place.path(), part));
  }

  /**
   * {@return the factory of a part, leased once however often it is asked for; null if it fails}
   */
  PartFactory<?> factory(Place place, PartReference part) {
    try {
      return leases.computeIfAbsent(part, p -> PartCalls.call(p, "its start", p::lease)).factory();
    } catch (CatalogException e) {
      problem(place, e.getMessage());
      return null;
    }
  }

  /**
   * {@return what a part's code returns, or null if it throws} An exception about its arguments is
   * the user's concern and is reported at the option; all others are faults of the part.
   */
  <T> T guarded(Place place, String what, Supplier<T> code) {
    try {
      return PartCalls.call(place.owner(), what, code);
    } catch (CatalogException e) {
      problem(place, e.getMessage());
    } catch (OptionException e) {
      problem(place.child(e.option()), e.getMessage());
    } catch (IllegalArgumentException e) {
      problem(place, e.getMessage() == null ? "these options are not accepted" : e.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      problem(place, Faults.sentence(place.owner(), what, e));
    }
    return null;
  }

  /** {@return what a part's code returns, or null if it throws, which is the part's fault} */
  <T> T trusted(Place place, String what, Supplier<T> code) {
    try {
      return PartCalls.call(place.owner(), what, code);
    } catch (CatalogException e) {
      problem(place, e.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      problem(place, Faults.sentence(place.owner(), what, e));
    }
    return null;
  }

  /** Gives back what was only asked, not used: backends that "auto" did not choose. */
  public void releaseUnused() {
    Set<PartReference> used = uses.stream().map(PartUse::part).collect(Collectors.toSet());
    leases.entrySet().stream()
        .filter(entry -> !used.contains(entry.getKey()))
        .forEach(entry -> entry.getValue().close());
    leases.keySet().retainAll(used);
  }

  /** Loads what the leased parts may still load later. */
  public void loadAll() {
    leases.values().forEach(Lease::loadAll);
  }

  /** {@return which part makes which nodes of graphs} */
  public Makers makers() {
    return makers;
  }

  /** {@return where parts are looked up} */
  public Catalog catalog() {
    return catalog;
  }

  /** Gives all parts back. */
  @Override
  public void close() {
    leases.values().forEach(Lease::close);
    leases.clear();
  }
}
