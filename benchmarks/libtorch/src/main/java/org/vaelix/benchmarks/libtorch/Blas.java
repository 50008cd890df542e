package org.vaelix.benchmarks.libtorch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which library of linear algebra the process has really loaded. */
final class Blas {
  private Blas() {}

  static String loaded() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.isReadable(maps)) {
      return "unknown BLAS";
    }
    return Files.readString(maps).contains("libmkl_rt") ? "MKL" : "OpenBLAS";
  }
}
