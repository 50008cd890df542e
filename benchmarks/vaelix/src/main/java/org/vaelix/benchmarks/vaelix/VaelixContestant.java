package org.vaelix.benchmarks.vaelix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import org.vaelix.benchmarks.contestant.Server;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.contestant.Trainer;
import org.vaelix.core.catalog.ClassPathCatalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.Run;
import org.vaelix.core.training.TrainingListener;

/**
 * Trains as a user does: a recipe, a run, and its training. Between blocks, the thread that trains
 * waits where it asks whether it should stop. A step's time is from there to when it says that the
 * step is done.
 */
public final class VaelixContestant implements Trainer, TrainingListener {
  private final Experiments experiments =
      new Experiments(ClassPathCatalog.of(VaelixContestant.class.getClassLoader()));
  private final Path recipe;
  private final CompletableFuture<String> description = new CompletableFuture<>();
  private final SynchronousQueue<long[]> requests = new SynchronousQueue<>();
  private final SynchronousQueue<Double> answers = new SynchronousQueue<>();
  private long[] times = new long[0];
  private double losses;
  private int done;
  private long start;

  private VaelixContestant(Settings settings) throws IOException {
    Path folder = Scratch.folder(settings.data().resolveSibling("runs"));
    recipe = folder.resolve("recipe.json");
    Files.writeString(recipe, BenchmarkRecipe.of(settings, folder).toString());
    Thread training = new Thread(this::train, "training");
    training.setDaemon(true);
    training.start();
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

  private void train() {
    try (Run run = experiments.start(recipe, List.of())) {
      run.train(this, this::mayStop);
    } catch (RuntimeException e) {
      System.err.println("Error: " + e.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }

  /** Never stops, but waits for the next block where one is done. */
  private boolean mayStop() {
    try {
      if (done == times.length) {
        if (done > 0) {
          answers.put(losses / done);
        }
        times = requests.take();
        losses = 0;
        done = 0;
      }
    } catch (InterruptedException e) {
      return true;
    }
    start = System.nanoTime();
    return false;
  }

  @Override
  public void stepDone(long step, double loss) {
    times[done++] = System.nanoTime() - start;
    losses += loss;
  }

  @Override
  public void message(String message) {
    description.complete(message);
  }

  @Override
  public double run(long[] nanoseconds) {
    try {
      requests.put(nanoseconds);
      return answers.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Taken from the summary of a run of the same recipe that is stopped before its first step. */
  @Override
  public long parameters() {
    try (Run other = experiments.start(recipe, List.of())) {
      return other.train(new TrainingListener() {}, () -> true).parameters();
    }
  }

  @Override
  public String description() {
    return description.join() + ", Java " + Runtime.version().feature();
  }
}
