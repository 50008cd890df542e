package org.vaelix.data.internal.generate;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by Box and Muller (1958). Unlike {@link RandomGenerator#nextGaussian},
 * whose method Java does not promise to keep, they are the same to the bit on every machine and
 * version: {@link StrictMath} is specified to the bit.
 */
final class NormalNumbers {
  private final RandomGenerator random;
  private double spare = Double.NaN;

  NormalNumbers(RandomGenerator random) {
    this.random = random;
  }

  double next() {
    if (!Double.isNaN(spare)) {
      double number = spare;
      spare = Double.NaN;
      return number;
    }
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double angle = 2 * Math.PI * random.nextDouble();
    spare = radius * StrictMath.sin(angle);
    return radius * StrictMath.cos(angle);
  }

  double[] next(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = next();
    }
    return numbers;
  }
}
