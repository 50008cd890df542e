package org.vaelix.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.reference.ReferenceBackend;
import org.vaelix.core.part.OptionException;

class SoftBoundsTest {
  private static final SoftBounds BOUNDS = new SoftBounds(-2, 3);

  private static double[] apply(double... x) {
    Graph graph = new Graph();
    graph.output("y", BOUNDS.apply(graph.constant(Shape.of(x.length), x)));
    ReferenceBackend backend = new ReferenceBackend();
    try (Program program = backend.compile(graph, backend.defaults())) {
      return program.run(1, 1, Map.of()).get("y").toDoubles();
    }
  }

  /** Expected numbers: numpy 2.4.6, the formula with logaddexp(0, x). */
  @Test
  void valuesAreThoseOfNumpy() {
    double[] expected = {
      -2,
      -1.687403524472479,
      0.08425788215383356,
      1.3348562871420269,
      2.695912797073512,
      3.0067153484891183
    };
    assertArrayEquals(expected, apply(-1e4, -3, 0, 1.5, 4, 1e4), 1e-14);
  }

  @Test
  void theInverseIsWhatIsTakenToTheValue() {
    double[] values = {-1.9, -1, 0, 0.7, 2.9};
    double[] x = new double[values.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = BOUNDS.inverse(values[i]);
    }
    assertArrayEquals(values, apply(x), 1e-12);
  }

  @Test
  void whatLiesOutsideIsMovedJustInside() {
    assertArrayEquals(
        new double[] {-1.995, 2.995}, apply(BOUNDS.inverse(-100), BOUNDS.inverse(100)), 1e-12);
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    assertEquals("high", assertThrows(OptionException.class, () -> new SoftBounds(1, 1)).option());
  }
}
