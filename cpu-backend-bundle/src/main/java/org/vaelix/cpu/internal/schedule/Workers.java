package org.vaelix.cpu.internal.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
  private static final int NO_PART = Integer.MAX_VALUE;

  private final Helper[] helpers;
  private final Scratch own;

  /**
   * The number of the shared task, and in the lower half the next part that nobody has taken. A
   * thread that wakes late finds no part left, or another number, and takes none of a task that is
   * over; so nobody ever waits for a thread that has not begun.
   */
  private final AtomicLong next = new AtomicLong(NO_PART);

  private final AtomicInteger done = new AtomicInteger();
  private volatile Thread caller;
  private volatile Throwable failure;
  private volatile boolean isClosed;
  private Task task;
  private float[] memory;
  private int parts;

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
    int count = work.parts();
    if (count == 1 || helpers.length == 0 || work.nanoseconds() < WORTH_SHARING_NANOSECONDS) {
      for (int part = 0; part < count; part++) {
        work.run(part, floats, own);
      }
      return;
    }
    share(work, floats, count);
  }

  /** {@return how many threads there are, the caller included} */
  public int threads() {
    return helpers.length + 1;
  }

  private void share(Task work, float[] floats, int count) {
    task = work;
    memory = floats;
    parts = count;
    caller = Thread.currentThread();
    done.set(0);
    long number = (next.get() >>> Integer.SIZE) + 1 << Integer.SIZE;
    next.set(number);
    for (int i = 0; i < Math.min(helpers.length, count - 1); i++) {
      helpers[i].call();
    }
    takeParts(own);
    for (int look = 0; done.get() < count; look++) {
      if (look < LOOKS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
    // Before the fields change: whoever still reads them can take no part any more.
    next.set(number | NO_PART);
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a part of a task failed", thrown);
    }
  }

  private void takeParts(Scratch scratch) {
    while (true) {
      long taken = next.get();
      int part = (int) taken;
      if (part >= parts) {
        return;
      }
      Task shared = task;
      float[] floats = memory;
      int count = parts;
      if (next.compareAndSet(taken, taken + 1)) {
        run(shared, part, floats, scratch);
        if (done.incrementAndGet() == count) {
          LockSupport.unpark(caller);
        }
      }
    }
  }

  private void run(Task shared, int part, float[] floats, Scratch scratch) {
    try {
      shared.run(part, floats, scratch);
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
        answered = calls.get();
        takeParts(scratch);
      }
    }
  }
}
