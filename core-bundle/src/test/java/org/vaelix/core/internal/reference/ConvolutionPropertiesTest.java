package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;

/** The convolution is its defining sum, and its adjoints are its adjoints. */
class ConvolutionPropertiesTest {
  private static final double TOLERANCE = 1e-12;

  record Setting(HostArray x, HostArray w, Attributes.Convolution attributes) {
    HostArray y() {
      return Computed.of(t -> t.get(0).conv2d(t.get(1), attributes), x, w);
    }
  }

  @Provide
  Arbitrary<Setting> settings() {
    return Arbitraries.longs().map(seed -> setting(new Random(seed)));
  }

  private static Setting setting(Random random) {
    int u = 1 + random.nextInt(3);
    int v = 1 + random.nextInt(3);
    int channels = 1 + random.nextInt(3);
    Attributes.Convolution attributes =
        new Attributes.Convolution(
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            random.nextInt(4),
            random.nextInt(4),
            random.nextInt(4),
            random.nextInt(4));
    Shape x =
        Shape.of(1 + random.nextInt(2), channels, u + random.nextInt(4), v + random.nextInt(4));
    Shape w = Shape.of(1 + random.nextInt(3), channels, u, v);
    return new Setting(drawn(x, random), drawn(w, random), attributes);
  }

  private static HostArray drawn(Shape shape, Random random) {
    return HostArray.of(
        shape,
        IntStream.range(0, shape.elements()).mapToDouble(i -> random.nextGaussian()).toArray());
  }

  private static double at(HostArray array, int... index) {
    int place = 0;
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= array.shape().size(axis)) {
        return 0;
      }
      place = place * array.shape().size(axis) + index[axis];
    }
    return array.get(place);
  }

  /** One value by the formula, with zeros beyond the edges. */
  private static double naive(Setting s, int n, int o, int i, int j) {
    Attributes.Convolution c = s.attributes;
    double sum = 0;
    for (int channel = 0; channel < s.w.shape().size(1); channel++) {
      for (int u = 0; u < s.w.shape().size(2); u++) {
        for (int v = 0; v < s.w.shape().size(3); v++) {
          int h = i * c.strideHeight() + u - c.top();
          int k = j * c.strideWidth() + v - c.left();
          sum += at(s.x, n, channel, h, k) * at(s.w, o, channel, u, v);
        }
      }
    }
    return sum;
  }

  @Property(tries = 300, seed = "1")
  void convolutionIsItsDefiningSum(@ForAll("settings") Setting s) {
    HostArray y = s.y();
    Attributes.Convolution c = s.attributes;
    int padded = s.x.shape().size(2) + c.top() + c.bottom();
    assertEquals((padded - s.w.shape().size(2)) / c.strideHeight() + 1, y.shape().size(2));
    for (int n = 0; n < y.shape().size(0); n++) {
      for (int o = 0; o < y.shape().size(1); o++) {
        for (int i = 0; i < y.shape().size(2); i++) {
          for (int j = 0; j < y.shape().size(3); j++) {
            assertEquals(naive(s, n, o, i, j), at(y, n, o, i, j), TOLERANCE);
          }
        }
      }
    }
  }

  private static double inner(HostArray a, HostArray b) {
    assertEquals(a.shape(), b.shape());
    return IntStream.range(0, a.shape().elements()).mapToDouble(i -> a.get(i) * b.get(i)).sum();
  }

  @Property(tries = 300, seed = "2")
  void bothGradientsAreAdjoints(@ForAll("settings") Setting s) {
    HostArray y = s.y();
    HostArray g = drawn(y.shape(), new Random(5));
    HostArray toInput =
        Computed.of(t -> t.get(0).conv2dInputGradient(t.get(1), s.attributes, s.x.shape()), s.w, g);
    HostArray toFilter =
        Computed.of(
            t -> t.get(0).conv2dFilterGradient(t.get(1), s.attributes, s.w.shape()), s.x, g);
    double expected = inner(y, g);
    double allowed = TOLERANCE * Math.max(1, inner(y, y) + inner(g, g));
    assertEquals(expected, inner(s.x, toInput), allowed);
    assertEquals(expected, inner(s.w, toFilter), allowed);
  }

  @Property(tries = 200, seed = "3")
  void foldingIsTheAdjointOfWindows(@ForAll("settings") Setting s) {
    Attributes.Convolution c = s.attributes;
    Attributes.Window window =
        new Attributes.Window(
            s.w.shape().size(2), s.w.shape().size(3), c.strideHeight(), c.strideWidth());
    HostArray windows = Computed.of(t -> t.get(0).windows2d(window), s.x);
    HostArray g = drawn(windows.shape(), new Random(6));
    HostArray folded = Computed.of(t -> t.get(0).fold2d(window, s.x.shape()), g);
    assertEquals(inner(windows, g), inner(s.x, folded), TOLERANCE * Math.max(1, inner(g, g)));
  }
}
