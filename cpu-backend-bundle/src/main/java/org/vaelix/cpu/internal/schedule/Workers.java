package org.vaelix.cpu.internal.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads that share the parts of one task at a time; the caller is one of them.
 * A thread that waits looks for work for a few microseconds, then sleeps, so that a machine shared
 * with others is not held up.
 */
public final class Workers implements AutoCloseable {
  /** Waking a sleeping thread takes up to this long; a smaller task is done sooner alone. */
  private static final long WORTH_SHARING_NANOSECONDS = 150_000;

  private static final int LOOKS = 2_000;

  private final Helper[] helpers;
  private final Scratch own;
  private final AtomicInteger nextPart = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile Thread caller;
  private volatile Throwable failure;
  private volatile boolean isClosed;
  private Task task;
  private float[] memory;

  /**
   * Starts the threads.
   *
   * @param threads how many, the caller included
   * @param floats of the program
   * @param scratch where in them the threads' scratch begins
   * @param scratchFloats how much each thread has
   */
  public Workers(int threads, float[] floats, int scratch, int scratchFloats) {
    own = new Scratch(floats, scratch);
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i, new Scratch(floats, scratch + (i + 1) * scratchFloats));
      helpers[i].thread.start();
    }
  }

  /**
   * Does all parts of a task.
   *
   * @param work the task
   * @param floats of the program
   */
  public void run(Task work, float[] floats) {
    int parts = work.parts();
    if (parts == 1 || helpers.length == 0 || work.nanoseconds() < WORTH_SHARING_NANOSECONDS) {
      for (int part = 0; part < parts; part++) {
        work.run(part, floats, own);
      }
      return;
    }
    share(work, floats, Math.min(helpers.length, parts - 1));
  }

  /** {@return how many threads there are, the caller included} */
  public int threads() {
    return helpers.length + 1;
  }

  private void share(Task work, float[] floats, int helping) {
    task = work;
    memory = floats;
    caller = Thread.currentThread();
    nextPart.set(0);
    busy.set(helping);
    for (int i = 0; i < helping; i++) {
      helpers[i].call();
    }
    takeParts(own);
    for (int look = 0; busy.get() > 0; look++) {
      if (look < LOOKS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a part of a task failed", thrown);
    }
  }

  private void takeParts(Scratch scratch) {
    try {
      int parts = task.parts();
      for (int part = nextPart.getAndIncrement(); part < parts; part = nextPart.getAndIncrement()) {
        task.run(part, memory, scratch);
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
    }
  }

  private final class Helper implements Runnable {
    final Thread thread;
    private final Scratch scratch;
    private final AtomicInteger calls = new AtomicInteger();

    Helper(int number, Scratch scratch) {
      this.scratch = scratch;
      thread = new Thread(this, "vaelix-cpu-" + (number + 1));
      thread.setDaemon(true);
    }

    void call() {
      calls.incrementAndGet();
      LockSupport.unpark(thread);
    }

    @Override
    public void run() {
      int answered = 0;
      while (true) {
        for (int look = 0; calls.get() == answered; look++) {
          if (isClosed) {
            return;
          }
          if (look < LOOKS) {
            Thread.onSpinWait();
          } else {
            LockSupport.park(this);
          }
        }
        answered++;
        takeParts(scratch);
        if (busy.decrementAndGet() == 0) {
          LockSupport.unpark(caller);
        }
      }
    }
  }
}
