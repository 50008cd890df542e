package org.vaelix.core.graph;

import java.util.random.RandomGenerator;

/** The first values of a variable. Written by the run, so that every backend starts alike. */
@FunctionalInterface
public interface Initialiser {
  /**
   * {@return the first values, in row-major order}
   *
   * @param shape of the variable
   * @param random a generator that belongs to this variable alone
   */
  double[] values(Shape shape, RandomGenerator random);
}
