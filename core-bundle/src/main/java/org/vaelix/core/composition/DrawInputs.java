package org.vaelix.core.composition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Turns the noise of draws, (draws, rows, …), into inputs of the graph. Whoever runs it fills them
 * by row and draw, and so gets the same draws however many rows and draws a program takes at once,
 * which the noise of a backend, counted by element, cannot give.
 */
final class DrawInputs implements NoiseMaker {
  private final Shape draws;
  private final Map<String, Op> distributions = new LinkedHashMap<>();

  /** Inputs for noise whose shape begins with {@code draws} and {@code rows}. */
  DrawInputs(int draws, int rows) {
    this.draws = Shape.of(draws, rows);
  }

  @Override
  public Tensor make(Graph graph, Op op, String name, Shape shape) {
    if (shape.rank() < 2 || !Shape.of(shape.size(0), shape.size(1)).equals(draws)) {
      return NODES.make(graph, op, name, shape);
    }
    String input = Tracer.NOISE_PREFIX + name;
    for (int use = 2; distributions.containsKey(input); use++) {
      input = Tracer.NOISE_PREFIX + name + "#" + use;
    }
    distributions.put(input, op);
    return graph.input(input, shape);
  }

  /** {@return {@link Op#NORMAL} or {@link Op#UNIFORM} by the name of the input} */
  Map<String, Op> distributions() {
    return distributions;
  }
}
