package {{package}};

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.OptionException;

class {{class}}Test {
  private static final int ROWS = 10_000;

  private static Dataset read(double noise, long seed) {
    {{class}} factory = new {{class}}();
    DataSource source = factory.create(new {{class}}.Config(ROWS, noise));
    return source.read(new DataSource.Context(Path.of("."), seed));
  }

  @Test
  void givesRowsOfTwoNamedValues() {
    Dataset data = read(0.1, 1);

    assertEquals(Shape.of(ROWS, 2), data.values().shape());
    assertEquals(Shape.of(ROWS, 1), data.truth().get("angle").shape());
    assertEquals(2, data.columns().size());
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(read(0.1, 1).values().toDoubles(), read(0.1, 1).values().toDoubles());
    assertFalse(
        Arrays.equals(read(0.1, 1).values().toDoubles(), read(0.1, 2).values().toDoubles()));
  }

  @Test
  void withoutNoiseTheTruthTellsTheValues() {
    Dataset data = read(0, 3);
    for (int i = 0; i < ROWS; i++) {
      double angle = data.truth().get("angle").get(i);
      assertEquals(Math.cos(angle), data.values().get(2 * i), 1e-12);
      assertEquals(Math.sin(angle), data.values().get(2 * i + 1), 1e-12);
    }
  }

  /** The mean and the deviation of as many draws are right to five standard errors. */
  @Test
  void radiiAreNormalAroundOne() {
    Dataset data = read(0.1, 4);
    double[] radii = new double[ROWS];
    Arrays.setAll(radii, i -> Math.hypot(data.values().get(2 * i), data.values().get(2 * i + 1)));
    double mean = Arrays.stream(radii).average().orElseThrow();
    double variance = Arrays.stream(radii).map(r -> (r - mean) * (r - mean)).sum() / ROWS;

    assertEquals(1, mean, 5 * 0.1 / Math.sqrt(ROWS));
    assertEquals(0.1, Math.sqrt(variance), 5 * 0.1 / Math.sqrt(2.0 * ROWS));
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThrows(OptionException.class, () -> new {{class}}.Config(0, 0.1));
    assertThrows(OptionException.class, () -> new {{class}}.Config(1, -0.1));
  }
}
