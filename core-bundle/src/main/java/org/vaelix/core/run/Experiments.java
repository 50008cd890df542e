package org.vaelix.core.run;

import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.backend.BackendException;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.internal.run.Experiment;
import org.vaelix.core.internal.run.RunFolder;
import org.vaelix.core.internal.training.StepMeasurement;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.RecipeReader;
import org.vaelix.core.training.TrainingListener;

/**
 * The way in: starts runs, takes them up again, and opens what they trained. Called by commands and
 * embedding hosts. Safe for use by several threads.
 *
 * <p>Whatever is wrong with the user's recipe, data or folders is thrown as a {@code
 * RecipeException}, {@code CatalogException}, {@code DataException}, {@code ModelException}, {@code
 * BackendException}, {@code TrainingException} or {@link RunException}, whose message is meant for
 * the user.
 */
public final class Experiments {
  private final Catalog catalog;

  /**
   * Creates the way in.
   *
   * @param catalog in which parts are found
   */
  public Experiments(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads a recipe and its data, checks everything, and makes a run folder.
   *
   * @param recipe file
   * @param settings {@code path=value} each, changing the recipe
   * @return a run that is ready to train; the caller closes it
   */
  public Run start(Path recipe, List<String> settings) {
    return own(
        RecipeReader.read(recipe, settings, catalog),
        loaded -> {
          Experiment experiment = Experiment.prepare(loaded);
          RunFolder folder = RunFolder.create(loaded.recipe().name(), loaded.recipe().run());
          return Run.start(catalog, experiment, folder);
        });
  }

  /**
   * Takes a run up where its last checkpoint was written.
   *
   * @param runFolder of the run
   * @param settings {@code path=value} each, changing its recipe; empty to go on to the same bits
   * @return a run that is ready to train; the caller closes it
   */
  public Run resume(Path runFolder, List<String> settings) {
    RunFiles files = RunFolder.checked(runFolder);
    return own(
        RecipeReader.read(files.recipe(), settings, catalog),
        loaded ->
            Run.resume(
                catalog,
                Experiment.prepare(loaded),
                RunFolder.open(runFolder),
                !settings.isEmpty()));
  }

  /**
   * {@return what a run has trained; the caller closes it}
   *
   * @param runFolder of the run
   */
  public TrainedModel open(Path runFolder) {
    RunFiles files = RunFolder.checked(runFolder);
    return own(
        RecipeReader.read(files.recipe(), List.of(), catalog),
        loaded -> TrainedModel.open(loaded, files, catalog));
  }

  /**
   * {@return how large a recipe's model is and how far its encoder sees; nothing is trained}
   *
   * @param recipe file
   */
  public ModelOutline outline(Path recipe) {
    try (Experiment experiment =
        own(RecipeReader.read(recipe, List.of(), catalog), Experiment::prepare)) {
      return ModelOutline.of(experiment.tracer());
    }
  }

  /**
   * {@return where the time of a recipe's training step goes; no run folder is made}
   *
   * @param recipe file
   * @param settings {@code path=value} each, changing the recipe
   * @param steps to be measured, at least 1, once the JVM is warm
   * @param listener hears what is about to happen
   * @throws BackendException if the recipe's backend does not measure its kernels
   */
  public StepProfile profile(
      Path recipe, List<String> settings, int steps, TrainingListener listener) {
    try (Experiment experiment =
            own(RecipeReader.read(recipe, settings, catalog), Experiment::prepare);
        StepMeasurement measurement =
            new StepMeasurement(
                experiment.loaded().recipe(),
                experiment.rows(),
                experiment.partition(),
                experiment.tracer())) {
      listener.message("warming up, then measuring " + steps + " steps");
      return measurement.measure(steps);
    }
  }

  /** Makes something that owns a recipe, and gives the leases back where that fails. */
  private static <T> T own(LoadedRecipe loaded, Maker<T> maker) {
    try {
      return maker.make(loaded);
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  private interface Maker<T> {
    T make(LoadedRecipe loaded);
  }
}
