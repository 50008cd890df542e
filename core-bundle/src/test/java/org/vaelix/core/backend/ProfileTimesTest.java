package org.vaelix.core.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.Profile.Times;

class ProfileTimesTest {
  /** numpy.percentile([7, 1, 4, 10, 2, 3], [25, 50, 75]) → 2.25, 3.5, 6.25. */
  @Test
  void quartilesAreInterpolated() {
    assertEquals(new Times(2.25, 3.5, 6.25), Times.of(7, 1, 4, 10, 2, 3));
    assertEquals(new Times(5, 5, 5), Times.of(5));
  }

  @Test
  void nothingHasNoQuartiles() {
    assertThrows(IllegalStateException.class, Times::of);
  }
}
