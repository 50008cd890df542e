package org.vaelix.cpu.internal.profile;

import java.util.concurrent.atomic.LongAdder;
import org.vaelix.core.backend.Profile;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;
import org.vaelix.cpu.internal.schedule.Workers;

/** A task that is measured: as a whole by its caller, and part by part by the threads. */
final class TimedTask implements Task {
  private final Task task;
  private final Samples samples = new Samples();
  private final LongAdder busy = new LongAdder();

  TimedTask(Task task) {
    this.task = task;
  }

  /** Does all parts. {@return how many nanoseconds that took} */
  long run(Workers workers, float[] memory) {
    long start = System.nanoTime();
    workers.run(this, memory);
    long time = System.nanoTime() - start;
    samples.add(time);
    return time;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    long start = System.nanoTime();
    task.run(part, memory, scratch);
    busy.add(System.nanoTime() - start);
  }

  void reset() {
    samples.reset();
    busy.reset();
  }

  /** How long all threads together worked, in all runs. */
  long busyNanoseconds() {
    return busy.sum();
  }

  Profile.Task measured() {
    String type = task.getClass().getSimpleName();
    return new Profile.Task(type.replaceFirst("Task$", ""), task.parts(), samples.times());
  }

  @Override
  public int parts() {
    return task.parts();
  }

  @Override
  public long nanoseconds() {
    return task.nanoseconds();
  }

  @Override
  public int scratchFloats() {
    return task.scratchFloats();
  }
}
