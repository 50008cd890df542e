package org.vaelix.cpu.internal.profile;

import java.util.List;
import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profile.Phase;
import org.vaelix.cpu.internal.schedule.Workers;

/** Runs all stages of a program and measures them. */
public final class StepClock {
  private final List<StageClock> stages;
  private final Samples runs = new Samples();
  private final Samples between = new Samples();
  private long inKernels;

  /**
   * Creates a clock.
   *
   * @param stages of the program
   */
  public StepClock(List<StageTasks> stages) {
    this.stages = stages.stream().map(s -> new StageClock(s.stage(), s.tasks())).toList();
  }

  /**
   * Runs all stages.
   *
   * @param workers of the program
   * @param memory of the program
   */
  public void runStages(Workers workers, float[] memory) {
    inKernels = 0;
    for (StageClock stage : stages) {
      inKernels += stage.run(workers, memory);
    }
  }

  /**
   * Notes how long the run around the stages took.
   *
   * @param nanoseconds of the run
   */
  public void runDone(long nanoseconds) {
    runs.add(nanoseconds);
    between.add(nanoseconds - inKernels);
  }

  /** Forgets what was measured. */
  public void reset() {
    runs.reset();
    between.reset();
    stages.forEach(StageClock::reset);
  }

  /**
   * {@return what was measured}
   *
   * @param threads of the program
   * @param floats of the program's memory
   * @param phases of its compilation
   */
  public Profile profile(int threads, long floats, List<Phase> phases) {
    return new Profile(
        stages.stream().map(stage -> stage.kernel(threads)).toList(),
        runs.times(),
        between.times(),
        threads,
        Float.BYTES * floats,
        phases);
  }
}
