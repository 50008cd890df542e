package org.vaelix.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SampleTest {
  private static final double TOLERANCE = 1e-12;

  /** From {@code numpy.quantile([9, 1, 4, 2.5], [0, .25, .5, .75])}. */
  @Test
  void quartilesAreThoseOfNumPy() {
    Sample sample = new Sample(9, 1, 4, 2.5);
    assertEquals(1, sample.minimum(), TOLERANCE);
    assertEquals(2.125, sample.lowerQuartile(), TOLERANCE);
    assertEquals(3.25, sample.median(), TOLERANCE);
    assertEquals(5.25, sample.upperQuartile(), TOLERANCE);
  }

  @Test
  void nothingHasNoMedian() {
    assertThrows(IllegalArgumentException.class, Sample::new);
  }
}
