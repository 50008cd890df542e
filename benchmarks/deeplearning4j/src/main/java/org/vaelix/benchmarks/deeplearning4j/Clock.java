package org.vaelix.benchmarks.deeplearning4j;

/** Times from one finished step to the next, the first one from the call of the training method. */
final class Clock {
  private long[] times = new long[0];
  private long last;
  private int done;
  private double losses;

  void start(long[] nanoseconds) {
    times = nanoseconds;
    done = 0;
    losses = 0;
    last = System.nanoTime();
  }

  void stepDone(double loss) {
    long now = System.nanoTime();
    times[done++] = now - last;
    losses += loss;
    last = now;
  }

  double meanLoss() {
    if (done != times.length) {
      throw new IllegalStateException(done + " steps were made, not " + times.length);
    }
    return losses / done;
  }
}
