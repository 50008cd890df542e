package org.vaelix.core.internal.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;

/**
 * The noise of draws, made on the host: that of a row's k-th draw depends on the seed, the row's
 * number and k alone, so that neither batches nor chunks change a result.
 */
final class DrawNoise {
  /** Draws of one row that have a step of the noise each. */
  private static final int DRAWS_BITS = 31;

  private final Map<String, Op> distributions;
  private final Map<String, HostArray> inputs = new LinkedHashMap<>();
  private final long seed;

  DrawNoise(Tracer.Weighing weighing, long seed) {
    this.distributions = weighing.noise();
    this.seed = seed;
    Graph graph = weighing.graph();
    distributions
        .keySet()
        .forEach(name -> inputs.put(name, room(graph.inputs().get(name).shape())));
  }

  private static HostArray room(Shape shape) {
    return HostArray.of(shape, new double[shape.elements()]);
  }

  /** {@return the inputs, (draws, rows, …) each, overwritten by the next filling} */
  Map<String, HostArray> inputs() {
    return inputs;
  }

  /**
   * Fills the inputs.
   *
   * @param rows row numbers; places beyond keep what they have
   * @param firstDraw number of the first draw
   */
  void fill(int[] rows, int firstDraw) {
    inputs.forEach((name, array) -> fill(name, array, rows, firstDraw));
  }

  private void fill(String name, HostArray array, int[] rows, int firstDraw) {
    int draws = array.shape().size(0);
    int room = array.shape().size(1);
    double[] numbers = new double[array.shape().elements() / draws / room];
    int stream = Noise.stream(name);
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < rows.length; i++) {
        long step = Evaluator.FIRST_NOISE_STEP + ((long) rows[i] << DRAWS_BITS) + firstDraw + draw;
        if (distributions.get(name) == Op.NORMAL) {
          Noise.normal(seed, step, stream, numbers);
        } else {
          Noise.uniform(seed, step, stream, numbers);
        }
        System.arraycopy(
            numbers, 0, array.doubles(), (draw * room + i) * numbers.length, numbers.length);
      }
    }
  }
}
