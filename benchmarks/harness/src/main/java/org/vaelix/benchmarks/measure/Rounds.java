package org.vaelix.benchmarks.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.benchmarks.workload.Workload;

/**
 * Lets contestants work in turn, a short block each, round after round, each round beginning with
 * another one: whatever else happens on the machine meets all of them alike. Only one computes at a
 * time; the others wait for a line on their input.
 *
 * @param count of rounds
 * @param blockMilliseconds how long a block should take
 * @param warmUpSeconds how long each trains before it is timed
 * @param warmUpSteps how many steps each makes at least before it is timed, more than 120
 */
public record Rounds(int count, int blockMilliseconds, double warmUpSeconds, int warmUpSteps) {
  /** Steps whose mean loss is reported. */
  private static final int LOSS_STEPS = 20;

  /** Steps before the first of those: the very first losses depend on the first weights most. */
  private static final int SETTLING_STEPS = 80;

  private static final int LEAST_STEPS = 3;
  private static final int MOST_STEPS = 2000;

  /**
   * Measures a workload.
   *
   * @param workload to be trained
   * @param contestants who compete; whoever cannot express it is left out
   * @param places where files are
   * @param progress hears what is going on
   * @return times and losses, in the order of the contestants
   * @throws IOException if a data set cannot be written
   */
  public List<Result> measure(
      Workload workload, List<Contestant> contestants, Places places, PrintStream progress)
      throws IOException {
    Map<Worker, Result> results = new LinkedHashMap<>();
    try {
      for (Contestant contestant : contestants) {
        if (contestant.canExpress(workload)) {
          start(contestant, workload, places, progress, results);
        } else {
          progress.printf("  %s cannot express it%n", contestant.name());
        }
      }
      List<Worker> workers = new ArrayList<>(results.keySet());
      for (int round = 0; round < count; round++) {
        progress.printf("  round %d of %d%n", round + 1, count);
        for (int i = 0; i < workers.size(); i++) {
          Worker worker = workers.get((round + i) % workers.size());
          Result result = results.get(worker);
          result.add(worker.run(steps(result.warmStep())));
        }
      }
      return List.copyOf(results.values());
    } finally {
      for (Worker worker : results.keySet()) {
        worker.close();
      }
    }
  }

  private void start(
      Contestant contestant,
      Workload workload,
      Places places,
      PrintStream progress,
      Map<Worker, Result> results)
      throws IOException {
    progress.printf("  %s: warming up%n", contestant.name());
    try {
      Worker worker = new Worker(contestant, workload, places);
      results.put(worker, warmUp(worker));
      check(results.get(worker), workload);
    } catch (IOException e) {
      progress.printf("  %s is left out: %s%n", contestant.name(), e.getMessage());
    }
  }

  /** Only who trains as many numbers does the same work. */
  private static void check(Result result, Workload workload) {
    if (result.parameters() != workload.parameters()) {
      throw new IllegalStateException(
          String.format(
              "%s trains %d parameters, and %s has %d: the comparison would not be fair",
              result.contestant().name(),
              result.parameters(),
              workload.name(),
              workload.parameters()));
    }
  }

  /** Every contestant has made the same number of steps when its loss is taken. */
  private Result warmUp(Worker worker) throws IOException {
    worker.run(SETTLING_STEPS);
    double first = worker.run(LOSS_STEPS).loss();
    worker.run(warmUpSteps - SETTLING_STEPS - 2 * LOSS_STEPS);
    Worker.Block last = worker.run(LOSS_STEPS);
    double step = new Sample(last.milliseconds()).median();
    long enough = System.nanoTime() + (long) (warmUpSeconds * 1e9);
    while (System.nanoTime() < enough) {
      step = new Sample(worker.run(steps(step)).milliseconds()).median();
    }
    return new Result(worker.contestant(), worker.about(), first, last.loss(), step);
  }

  private int steps(double stepMilliseconds) {
    double fitting = blockMilliseconds / stepMilliseconds;
    return (int) Math.max(LEAST_STEPS, Math.min(MOST_STEPS, fitting));
  }
}
