package org.vaelix.cpu.internal.profile;

import java.util.List;
import org.vaelix.core.backend.Profile.Kernel;
import org.vaelix.core.compile.Stage;
import org.vaelix.core.compile.StageNodes;
import org.vaelix.core.compile.Work;
import org.vaelix.cpu.internal.schedule.Task;
import org.vaelix.cpu.internal.schedule.Workers;

/** Runs the tasks of a stage and measures them. */
final class StageClock {
  private final Stage stage;
  private final List<TimedTask> tasks;
  private final Samples samples = new Samples();

  StageClock(Stage stage, List<Task> tasks) {
    this.stage = stage;
    this.tasks = tasks.stream().map(TimedTask::new).toList();
  }

  /** Runs the tasks. {@return how many nanoseconds that took} */
  long run(Workers workers, float[] memory) {
    long time = 0;
    for (TimedTask task : tasks) {
      time += task.run(workers, memory);
    }
    samples.add(time);
    return time;
  }

  void reset() {
    samples.reset();
    tasks.forEach(TimedTask::reset);
  }

  Kernel kernel(int threads) {
    Work work = Work.of(stage);
    long busy = tasks.stream().mapToLong(TimedTask::busyNanoseconds).sum();
    return new Kernel(
        StageNodes.kind(stage),
        StageNodes.description(stage),
        StageNodes.scopes(stage),
        work.operations(),
        Float.BYTES * work.read(),
        Float.BYTES * work.written(),
        samples.times(),
        Math.min(1, (double) busy / Math.max(1, threads * samples.sum())),
        tasks.stream().map(TimedTask::measured).toList());
  }
}
