package org.vaelix.benchmarks.vaelix;

import java.io.IOException;
import java.util.List;
import org.vaelix.benchmarks.contestant.Server;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.contestant.Trainer;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.ClassPathCatalog;
import org.vaelix.core.internal.run.Experiment;
import org.vaelix.core.internal.training.TrainingLoop;
import org.vaelix.core.recipe.RecipeReader;
import org.vaelix.core.training.TrainingListener;

/**
 * Trains as a run does, through the same recipe, loop and checks. A step's time is from when the
 * loop asks whether it should stop to when it says that the step is done.
 */
public final class VaelixContestant implements Trainer, TrainingListener {
  private final TrainingLoop loop;
  private final String description;
  private long[] times = new long[0];
  private double losses;
  private int done;
  private long start;

  private VaelixContestant(Settings settings) {
    Catalog catalog = ClassPathCatalog.of(VaelixContestant.class.getClassLoader());
    // Never closed, like the process that it lives in.
    Experiment experiment =
        Experiment.prepare(
            RecipeReader.read(
                BenchmarkRecipe.of(settings), settings.data().getParent(), List.of(), catalog));
    this.loop =
        new TrainingLoop(
            experiment.loaded().recipe(),
            experiment.dataset(),
            experiment.partition(),
            experiment.tracer(),
            new NoJournal(),
            this);
    this.description = "Vaelix, " + SimdHint.text();
  }

  /**
   * Serves.
   *
   * @param arguments see {@link Settings}
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Server.serve(arguments, VaelixContestant::new);
  }

  @Override
  public long parameters() {
    return loop.trainedNumbers();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public double run(long[] nanoseconds) {
    times = nanoseconds;
    losses = 0;
    done = 0;
    loop.run(this::isEnough);
    return losses / done;
  }

  private boolean isEnough() {
    start = System.nanoTime();
    return done == times.length;
  }

  @Override
  public void stepDone(long step, double loss) {
    times[done++] = System.nanoTime() - start;
    losses += loss;
  }
}
