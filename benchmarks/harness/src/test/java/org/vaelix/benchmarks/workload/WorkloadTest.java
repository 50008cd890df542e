package org.vaelix.benchmarks.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vaelix.benchmarks.workload.Architecture.MLP;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  /** 784·512+512 + 512·512+512 + 2(512·16+16) + 16·512+512 + 512·512+512 + 512·784+784. */
  @Test
  void parametersOfTheDigitsAreThoseCountedByHand() {
    assertEquals(1_354_544, Workloads.DIGITS.parameters());
  }

  /**
   * As PyTorch 2.13 counts the network of {@code python/pytorch.py}: {@code sum(p.numel() for p in
   * Unet(torch.zeros(32, 4096)).parameters())}.
   */
  @Test
  void parametersOfTheImagesAreThoseOfPyTorch() {
    assertEquals(1_287_920, Workloads.IMAGES.parameters());
  }

  /** 5·3+3 + 2(3·2+2) + 2·3+3 + 3·5+5, and a dispersion for each of the 5 features. */
  @Test
  void dispersionsCount() {
    Workload small = new Workload("w", "", Likelihood.POISSON, MLP, 5, List.of(3), 2, 4, 8);
    Workload dispersed =
        new Workload("w", "", Likelihood.NEGATIVE_BINOMIAL, MLP, 5, List.of(3), 2, 4, 8);
    assertEquals(63, small.parameters());
    assertEquals(68, dispersed.parameters());
  }

  @Test
  void dataAreTheSameEachTimeAndFitTheirLikelihood() {
    for (Workload workload : Workloads.all()) {
      Workload few = new Workload("w", "", workload.likelihood(), MLP, 20, List.of(3), 2, 4, 50);
      float[] values = Generator.rows(few).values();
      assertEquals(1000, values.length);
      assertArrayEquals(values, Generator.rows(few).values());
      for (float value : values) {
        assertEquals(Math.rint(Math.abs(value)), value, "a count");
      }
    }
  }
}
