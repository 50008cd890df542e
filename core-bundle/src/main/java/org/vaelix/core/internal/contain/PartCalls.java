package org.vaelix.core.internal.contain;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.PartReference;

/**
 * Calls the code of parts, which is a stranger's and may not come back. It runs on a thread of its
 * own, which is interrupted and left alone when the innermost part has been busy for too long. What
 * one part calls of another runs on that same thread. Formulas are written this way, not computed:
 * a step of training calls no part.
 */
public final class PartCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("vaelix.patience", 20));

  private PartCalls() {}

  /**
   * {@return what the code returns; what it throws is thrown here}
   *
   * @param part whose code it is, or null
   * @param what it does, as a method's name
   * @param code of the part
   * @throws CatalogException if it does not come back within 20 s, or as many as {@code
   *     -Dvaelix.patience} says
   */
  public static <T> T call(PartReference part, String what, Supplier<T> code) {
    return call(part, what, code, PATIENCE);
  }

  static <T> T call(PartReference part, String what, Supplier<T> code, Duration patience) {
    Call call = new Call(part, what);
    if (Thread.currentThread() instanceof PartThread thread) {
      thread.enter(call);
      try {
        return code.get();
      } finally {
        thread.leave();
      }
    }
    Object[] answer = new Object[1];
    PartThread thread = new PartThread(() -> answer[0] = code.get());
    thread.enter(call);
    thread.start();
    thread.await(patience);
    @SuppressWarnings("unchecked") // as the code gave it
    T result = (T) answer[0];
    return result;
  }

  private record Call(PartReference part, String what) {}

  /** The thread of one outermost call. */
  private static final class PartThread extends Thread {
    private final Runnable code;
    private final Deque<Call> calls = new ArrayDeque<>();
    private long since;
    private boolean isDone;
    private Throwable failure;

    PartThread(Runnable code) {
      super("vaelix-part");
      this.code = code;
      setDaemon(true);
    }

    synchronized void enter(Call call) {
      calls.push(call);
      since = System.nanoTime();
    }

    synchronized void leave() {
      calls.pop();
      since = System.nanoTime();
    }

    @Override
    public void run() {
      Throwable thrown = null;
      try {
        code.run();
      } catch (Throwable e) { // belongs to the caller, whatever it is
        thrown = e;
      }
      synchronized (this) {
        failure = thrown;
        isDone = true;
        notifyAll();
      }
    }

    /** Waits for the end; an interrupt of the waiting thread is kept for whoever asks for it. */
    synchronized void await(Duration patience) {
      boolean isInterrupted = false;
      while (!isDone) {
        long left = patience.toNanos() - (System.nanoTime() - since);
        if (left <= 0) {
          interrupt();
          throw late(calls.peek(), patience);
        }
        try {
          wait(left / 1_000_000 + 1);
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure != null) {
        throw PartThread.<RuntimeException>unchecked(failure);
      }
    }

    private static CatalogException late(Call call, Duration patience) {
      String deed =
          String.format(
              "does not come back from %s within %d s and is put aside",
              call.what(), patience.toSeconds());
      return new CatalogException(Faults.sentence(call.part(), deed), null);
    }

    /** Nothing that was thrown may change on its way from one thread to the other. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
      throw (E) failure;
    }
  }
}
