package org.vaelix.core.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.internal.run.Experiment;
import org.vaelix.core.internal.run.PartChanges;
import org.vaelix.core.internal.run.RunFolder;
import org.vaelix.core.internal.run.RunWriter;
import org.vaelix.core.internal.training.TrainingLoop;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.training.TrainingListener;

/** A run that is ready to train, or has trained. Made by {@link Experiments}; for one thread. */
public final class Run implements AutoCloseable {
  private final Catalog catalog;
  private final RunFolder folder;
  private final boolean isResumed;
  private Experiment experiment;

  private Run(Catalog catalog, Experiment experiment, RunFolder folder, boolean isResumed) {
    this.catalog = catalog;
    this.experiment = experiment;
    this.folder = folder;
    this.isResumed = isResumed;
  }

  static Run start(Catalog catalog, Experiment experiment, RunFolder folder) {
    Run run = new Run(catalog, experiment, folder, false);
    run.writer().start();
    return run;
  }

  static Run resume(Catalog catalog, Experiment experiment, RunFolder folder, boolean isChanged) {
    Run run = new Run(catalog, experiment, folder, true);
    try {
      run.writer().resume(isChanged);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
    return run;
  }

  /** {@return the run folder} */
  public Path folder() {
    return folder.files().folder();
  }

  /** Of the parts as they are now. */
  private RunWriter writer() {
    return new RunWriter(experiment, folder.files());
  }

  /** {@return the recipe, with the parts as they are now} */
  public LoadedRecipe recipe() {
    return experiment.loaded();
  }

  /**
   * Trains, and writes weights, latents and summary unless it was interrupted.
   *
   * @param listener hears what happens
   * @param cancelled asked after each step, and while waiting for parts; when true, a checkpoint is
   *     written and training ends
   * @return the result; without scores if it was interrupted
   */
  public Summary train(TrainingListener listener, BooleanSupplier cancelled) {
    Recipe recipe = experiment.loaded().recipe();
    listener.message(
        "backend "
            + recipe.backend().type()
            + ": "
            + recipe.backend().backend().availability().reason());
    experiment.schedules().forEach(listener::message);
    try (TrainingLoop loop =
        new TrainingLoop(
            recipe,
            experiment.dataset(),
            experiment.rows(),
            experiment.partition(),
            experiment.tracer(),
            writer().journal(),
            listener)) {
      if (isResumed) {
        loop.restore();
        refuseFinished(loop);
      } else {
        loop.begin();
      }
      PartChanges watch =
          new PartChanges(catalog, experiment, writer(), listener, next -> experiment = next);
      return finish(loop, loop.run(watch, cancelled));
    }
  }

  /** To train nothing would replace the measured times by none. */
  private void refuseFinished(TrainingLoop loop) {
    if (!loop.isDone() || !Files.exists(folder.files().summary())) {
      return;
    }
    if (loop.isStoppedEarly()) {
      throw new RunException(
          String.format(
              "the run in %s was stopped early after %d epochs; to train it for more, add --set"
                  + " training.earlyStopping.patience=%d, for example, or"
                  + " training.earlyStopping=null",
              folder(), loop.epochs(), 2 * (loop.epochs() - loop.bestEpoch())));
    }
    throw new RunException(
        String.format(
            "the run in %s has finished after %d epochs; to train it for more, add"
                + " --set training.epochs=%d, for example",
            folder(), loop.epochs(), 2 * loop.epochs()));
  }

  private Summary finish(TrainingLoop loop, Summary.Stopped stopped) {
    if (stopped == Summary.Stopped.INTERRUPTED) {
      return summary(loop, stopped, Map.of());
    }
    Map<String, HostArray> variables = loop.result();
    RunWriter writer = writer();
    Map<String, Summary.Score> scores = writer.scores(loop.score(experiment.partition().byName()));
    Summary summary = summary(loop, stopped, scores);
    writer.finish(variables, summary);
    return summary;
  }

  private Summary summary(
      TrainingLoop loop, Summary.Stopped stopped, Map<String, Summary.Score> scores) {
    Recipe recipe = experiment.loaded().recipe();
    return new Summary(
        scores,
        stopped,
        loop.epochs(),
        Optional.of(loop.bestEpoch()).filter(epoch -> epoch > 0),
        loop.steps(),
        loop.seconds(),
        loop.stepMilliseconds().orElse(0.0),
        recipe.backend().type(),
        recipe.backend().threads(),
        loop.trainedNumbers());
  }

  @Override
  public void close() {
    folder.close();
    experiment.close();
  }
}
