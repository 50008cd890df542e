package org.vaelix.core.model;

import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;

/**
 * A result that a network is asked for: a likelihood asks the decoder, a posterior asks the
 * encoder. Networks give unbounded real numbers; whoever asks maps them where they belong.
 *
 * @param name for example {@code mean} or {@code logRate}
 * @param shape of the result for one row
 * @param bias first value of the network's last bias, of that shape; a good one starts training at
 *     the best constant
 */
public record Head(String name, Shape shape, Initialiser bias) {
  /**
   * {@return a head whose bias starts at 0}
   *
   * @param name for example {@code mean}
   * @param shape of the result for one row
   */
  public static Head of(String name, Shape shape) {
    return new Head(name, shape, (s, random) -> new double[s.elements()]);
  }

  /**
   * {@return a head whose bias starts at given values}
   *
   * @param name for example {@code logRate}
   * @param shape of the result for one row
   * @param bias in row-major order
   */
  public static Head of(String name, Shape shape, double[] bias) {
    return new Head(name, shape, (s, random) -> bias.clone());
  }
}
