package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {
  /** A NaN in a model must end training with a message, not hang it. */
  @Test
  void notANumberGivesNotANumber() {
    double erf =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ErrorFunction.erf(Double.NaN));

    assertEquals(Double.NaN, erf);
  }
}
