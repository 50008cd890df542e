package org.vaelix.benchmarks.contestant;

/** A model in training, in one library. Implemented once by each contestant. */
public interface Trainer {
  /** {@return how many numbers are trained} */
  long parameters();

  /** {@return library, version and setting, in a few words} */
  String description();

  /**
   * Trains. A step gathers a fresh minibatch out of the data set in memory, computes loss and
   * gradients, updates all parameters, and reads the loss.
   *
   * @param nanoseconds takes the time of each step; its length is how many are made
   * @return the mean of the steps' losses, in nats per row, without terms that are constant
   */
  double run(long[] nanoseconds);
}
