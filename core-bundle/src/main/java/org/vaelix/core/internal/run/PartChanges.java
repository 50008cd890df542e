package org.vaelix.core.internal.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.internal.contain.Faults;
import org.vaelix.core.internal.training.PartWatch;
import org.vaelix.core.internal.training.TrainingLoop;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.PartUse;
import org.vaelix.core.recipe.Problem;
import org.vaelix.core.recipe.RecipeException;
import org.vaelix.core.recipe.Training.OnPartChange;
import org.vaelix.core.training.Recomposition;
import org.vaelix.core.training.Recomposition.Carried;
import org.vaelix.core.training.TrainingListener;

/**
 * Follows the recipe's {@code training.onPartChange} while parts come and go. Everything happens on
 * the thread that trains, between two steps; threads of the framework only raise the catalog's
 * revision. Parts that have gone are used until others take their place.
 */
public final class PartChanges implements PartWatch {
  /** An update stops a bundle and starts it again; within this time that is no news. */
  private static final long SETTLE_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

  /** A part may become usable without a change of the catalog: a file it needs, a free device. */
  private static final long RETRY_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

  private static final long POLL_MILLISECONDS = 10;

  private final Catalog catalog;
  private final OnPartChange policy;
  private final RunWriter writer;
  private final TrainingListener listener;
  private final Consumer<Experiment> successor;
  private final Set<PartUse> told = new HashSet<>();
  private Experiment experiment;
  private PartsInUse parts;
  private List<PartReference> backends;
  private long revision = -1;

  /**
   * Starts to watch.
   *
   * @param catalog where parts come and go
   * @param experiment whose parts are watched
   * @param writer of the run folder
   * @param listener hears of changes
   * @param successor is given the experiment with other parts, which it must close; the old one is
   *     closed already
   */
  public PartChanges(
      Catalog catalog,
      Experiment experiment,
      RunWriter writer,
      TrainingListener listener,
      Consumer<Experiment> successor) {
    this.catalog = catalog;
    this.policy = experiment.loaded().recipe().training().onPartChange();
    this.writer = writer;
    this.listener = listener;
    this.successor = successor;
    this.experiment = experiment;
    this.parts = new PartsInUse(experiment.loaded().parts());
    this.backends = catalog.parts("backend");
    loadParts();
  }

  /** A part that goes at this very moment will be seen before the first step. */
  private void loadParts() {
    try {
      experiment.loaded().loadParts();
    } catch (CatalogException e) {
      if (policy == OnPartChange.PIN) {
        throw e;
      }
    }
  }

  @Override
  public Optional<String> maker(Tensor node) {
    return experiment.loaded().maker(node).map(Faults::who);
  }

  @Override
  public boolean settle(TrainingLoop loop, BooleanSupplier cancelled) {
    long current = catalog.revision();
    if (current == revision) {
      return true;
    }
    revision = current; // before looking: a change during the look is seen at the next step
    List<PartUse> gone = parts.goneFrom(catalog);
    return switch (policy) {
      case PIN -> pin(gone);
      case PAUSE -> gone.isEmpty() || pause(gone, loop, cancelled);
      case RECOMPOSE -> recompose(gone, loop, cancelled);
    };
  }

  private boolean pin(List<PartUse> gone) {
    gone.stream()
        .filter(told::add)
        .forEach(
            use ->
                listener.message(
                    use.path()
                        + ": "
                        + parts.described(use)
                        + " has gone or was replaced; the run goes on with what it holds"
                        + " (/training/onPartChange is pin)"));
    return true;
  }

  private boolean pause(List<PartUse> gone, TrainingLoop loop, BooleanSupplier cancelled) {
    loop.checkpoint();
    String names = gone.stream().map(parts::described).collect(Collectors.joining(", "));
    listener.message(
        String.format(
            "paused after step %d with a checkpoint: waits for %s to come back",
            loop.steps(), names));
    return exchange(loop, System.nanoTime(), cancelled);
  }

  private boolean recompose(List<PartUse> gone, TrainingLoop loop, BooleanSupplier cancelled) {
    List<PartReference> current = catalog.parts("backend");
    if (gone.isEmpty() && current.equals(backends)) {
      return true;
    }
    backends = current; // with "auto" a backend that comes may be the better choice
    loop.checkpoint();
    long end = System.nanoTime() + SETTLE_NANOSECONDS;
    BooleanSupplier isSettled =
        () -> parts.areReplaceable(catalog) || System.nanoTime() > end || cancelled.getAsBoolean();
    return await(isSettled) && exchange(loop, end, cancelled);
  }

  /** Tries to go on with the parts that are there, again and again; false if cancelled. */
  private boolean exchange(TrainingLoop loop, long patience, BooleanSupplier cancelled) {
    String said = "";
    while (!cancelled.getAsBoolean()) {
      revision = catalog.revision();
      Optional<String> obstacle = attempt(loop);
      if (obstacle.isEmpty()) {
        return true;
      }
      // What a pause waits for has been said; what stands in the way once it is there has not.
      boolean isNews = policy == OnPartChange.RECOMPOSE || parts.areReplaceable(catalog);
      if (isNews && System.nanoTime() > patience && !obstacle.get().equals(said)) {
        said = obstacle.get();
        listener.message(
            "after step " + loop.steps() + " the run waits, with a checkpoint: " + said);
      }
      long retry = System.nanoTime() + RETRY_NANOSECONDS;
      if (!await(
          () ->
              catalog.revision() != revision
                  || System.nanoTime() > retry
                  || cancelled.getAsBoolean())) {
        return false;
      }
    }
    return false;
  }

  /** {@return what stands in the way of going on, if anything does} */
  private Optional<String> attempt(TrainingLoop loop) {
    LoadedRecipe fresh;
    try {
      fresh = experiment.loaded().again(policy == OnPartChange.RECOMPOSE);
    } catch (RecipeException e) {
      return Optional.of(
          e.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }
    boolean isTaken = false;
    try {
      PartsInUse freshParts = new PartsInUse(fresh.parts());
      if (freshParts.isSame(parts)) {
        return Optional.empty();
      }
      fresh.loadParts();
      Experiment next = experiment.with(fresh);
      List<Carried> carried = loop.recompose(fresh.recipe(), next.tracer());
      isTaken = true;
      finish(loop, next, freshParts, carried);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      if (isTaken) {
        throw e;
      }
      return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
    } finally {
      if (!isTaken) {
        fresh.close();
      }
    }
  }

  private void finish(
      TrainingLoop loop, Experiment next, PartsInUse nextParts, List<Carried> carried) {
    Recomposition done = new Recomposition(loop.steps(), nextParts.changesSince(parts), carried);
    List<PartUse> changed = nextParts.newSince(parts);
    Experiment old = experiment;
    experiment = next;
    parts = nextParts;
    backends = catalog.parts("backend");
    successor.accept(next);
    old.close();
    loop.checkpoint();
    writer.recomposed(next, done, changed);
    listener.recomposed(done);
  }

  /** {@return whether the condition came true before somebody interrupted this thread} */
  private static boolean await(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        Thread.sleep(POLL_MILLISECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
