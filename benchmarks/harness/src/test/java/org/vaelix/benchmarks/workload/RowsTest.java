package org.vaelix.benchmarks.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  private final Rows rows = new Rows(2, 3, new float[] {0, 1, 2, 4, 1, 3});

  @Test
  void aFileIsReadBack(@TempDir Path folder) throws IOException {
    RowsFile.write(rows, folder.resolve("rows.npy"));
    Rows read = RowsFile.read(folder.resolve("rows.npy"));
    assertEquals(2, read.count());
    assertEquals(3, read.features());
    assertArrayEquals(rows.values(), read.values());
  }

  @Test
  void meansAreByFeature() {
    assertArrayEquals(new double[] {2, 1, 2.5}, rows.means(), 1e-12);
  }

  /** (ln 2 + ln 24 + ln 6) / 2. */
  @Test
  void logFactorialsAreByRow() {
    assertEquals(Math.log(288) / 2, rows.logFactorials(Likelihood.POISSON), 1e-12);
    assertEquals(0, rows.logFactorials(Likelihood.BERNOULLI));
  }

  @Test
  void biasesAreOfTheBestConstantProfile() {
    float[] biases = rows.decoderBiases(Likelihood.POISSON);
    assertEquals(Math.log(2.5), biases[2], 1e-6);
  }
}
