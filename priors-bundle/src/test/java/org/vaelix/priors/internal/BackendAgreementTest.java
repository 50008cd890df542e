package org.vaelix.priors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.testkit.BackendAgreement;
import org.vaelix.testkit.Backends;
import org.vaelix.testkit.PartHarness;

/** The contracts' tests of other backends do test another one, and find what is off. */
class BackendAgreementTest {
  @Test
  void theCpuBackendIsThereAndSinglePrecisionIsTold() {
    assertEquals(1, Backends.others().size());
    PartHarness harness = PartHarness.of(Shape.of(1), 1);
    Tensor third = harness.given("x", Shape.of(1), 1).divide(3);
    BackendAgreement.verify(harness, List.of(third), List.of("x"), 1e-6);
    assertThrows(
        AssertionError.class,
        () -> BackendAgreement.verify(harness, List.of(third), List.of("x"), 1e-12));
  }
}
