package org.vaelix.itests.flat;

import java.util.random.RandomGenerator;
import org.vaelix.core.random.PhiloxRandom;

/**
 * A table of cells: three genes share a factor and all rise by a shift in batch B, ages mean
 * nothing, and a tenth of the genes' values is missing.
 */
final class CellTable {
  static final int ROWS = 400;
  static final double SHIFT = 6;

  private CellTable() {}

  /** {@return a table as the text of a CSV file} */
  static String text(long seed) {
    RandomGenerator random = new PhiloxRandom(seed, "cells", 0);
    StringBuilder text = new StringBuilder("g1,g2,batch,age,g3\n");
    for (int row = 0; row < ROWS; row++) {
      boolean isB = random.nextDouble() < 0.5;
      double z = random.nextGaussian() + (isB ? SHIFT : 0);
      text.append(gene(z, random)).append(',').append(gene(z, random)).append(',');
      text.append(isB ? "B" : "A").append(',').append(20 + random.nextInt(60)).append(',');
      text.append(gene(z, random)).append('\n');
    }
    return text.toString();
  }

  private static String gene(double factor, RandomGenerator random) {
    double value = factor + 0.3 * random.nextGaussian();
    double draw = random.nextDouble();
    return draw < 0.05 ? "" : draw < 0.1 ? "NA" : String.valueOf(value);
  }
}
