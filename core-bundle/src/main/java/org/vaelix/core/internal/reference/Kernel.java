package org.vaelix.core.internal.reference;

/** Computes one node's values from its operands' values; the arrays are bound when it is made. */
@FunctionalInterface
interface Kernel {
  /**
   * Computes.
   *
   * @param seed key of the noise
   * @param step counter of the noise
   */
  void run(long seed, long step);
}
