package org.vaelix.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.testkit.GradientCheck;
import org.vaelix.testkit.PartHarness;

class ActivationTest {
  private static final double[] X = {-2, -0.5, 0, 0.5, 3};

  /**
   * numpy 2.4.6 and scipy 1.17.1: tanh, logaddexp(0, x), expm1, x·stats.norm.cdf(x),
   * x·special.expit(x).
   */
  private static final Map<Activation, double[]> EXPECTED = new EnumMap<>(Activation.class);

  static {
    EXPECTED.put(Activation.RELU, new double[] {0, 0, 0, 0.5, 3});
    EXPECTED.put(
        Activation.TANH,
        new double[] {
          -0.9640275800758169, -0.46211715726000974, 0, 0.46211715726000974, 0.9950547536867305
        });
    EXPECTED.put(
        Activation.SOFTPLUS,
        new double[] {
          0.1269280110429725,
          0.4740769841801067,
          0.6931471805599453,
          0.9740769841801067,
          3.048587351573742
        });
    EXPECTED.put(
        Activation.ELU, new double[] {-0.8646647167633873, -0.3934693402873666, 0, 0.5, 3});
    EXPECTED.put(
        Activation.GELU,
        new double[] {
          -0.04550026389635839, -0.15426876936299344, 0, 0.34573123063700656, 2.99595030590511
        });
    EXPECTED.put(
        Activation.SILU,
        new double[] {
          -0.2384058440442351, -0.1887703343990727, 0, 0.3112296656009273, 2.8577223804673
        });
    EXPECTED.put(Activation.LEAKY_RELU, new double[] {-0.02, -0.005, 0, 0.5, 3});
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreThoseOfNumpy(Activation activation) {
    PartHarness harness = PartHarness.of(Shape.of(5), 1);
    Tensor y = activation.apply(harness.given("x", Shape.of(5), X));
    assertArrayEquals(EXPECTED.get(activation), harness.values(y), 1e-14);
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAgreeWithDifferences(Activation activation) {
    PartHarness harness = PartHarness.of(Shape.of(4), 1);
    Tensor y = activation.apply(harness.given("x", Shape.of(4), -2, -0.5, 0.5, 3));
    GradientCheck.verify(harness, y.sum(), List.of("x"));
  }
}
