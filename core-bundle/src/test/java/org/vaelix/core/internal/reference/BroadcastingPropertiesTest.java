package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;

/** Broadcasting, sums and maxima against their definitions, place by place. */
class BroadcastingPropertiesTest {
  /** A shape and shapes that broadcast to it: some axes stretched, some leading ones missing. */
  record Shapes(Shape whole, List<Shape> narrow) {}

  @Provide
  Arbitrary<Shapes> shapes() {
    Arbitrary<List<Integer>> sizes = Arbitraries.integers().between(0, 4).list().ofMaxSize(5);
    return Arbitraries.randomValue(random -> random.nextLong())
        .flatMap(seed -> sizes.map(whole -> shapes(whole, new Random(seed))));
  }

  private static Shapes shapes(List<Integer> sizes, Random random) {
    int[] whole = sizes.stream().mapToInt(n -> n).toArray();
    List<Shape> narrow = new ArrayList<>();
    for (int operand = 0; operand < 3; operand++) {
      int missing = random.nextInt(whole.length + 1) / 2;
      int[] own = Arrays.copyOfRange(whole, missing, whole.length);
      for (int axis = 0; axis < own.length; axis++) {
        own[axis] = random.nextInt(3) == 0 ? 1 : own[axis];
      }
      narrow.add(Shape.of(own));
    }
    return new Shapes(Shape.of(whole), narrow);
  }

  private static HostArray counted(Shape shape, int from) {
    double[] values = new double[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = from + i;
    }
    return HostArray.of(shape, values);
  }

  /** The index of a place of a larger shape in an array that broadcasts to it. */
  private static int place(int flat, Shape whole, Shape narrow) {
    int place = 0;
    int stride = 1;
    int rest = flat;
    for (int axis = whole.rank() - 1, own = narrow.rank() - 1; axis >= 0; axis--, own--) {
      int index = rest % whole.size(axis);
      rest /= whole.size(axis);
      if (own >= 0) {
        place += narrow.size(own) == 1 ? 0 : index * stride;
        stride *= narrow.size(own);
      }
    }
    return place;
  }

  @Property(tries = 500, seed = "1")
  void threeOperandsMeetAtTheirPlaces(@ForAll("shapes") Shapes shapes) {
    HostArray[] x = new HostArray[3];
    for (int i = 0; i < 3; i++) {
      x[i] = counted(shapes.narrow.get(i), 1000 * i);
    }
    HostArray found =
        Computed.of(
            t -> t.get(0).multiply(1e6).add(t.get(1)).subtract(t.get(2)).broadcast(shapes.whole),
            x);
    assertEquals(shapes.whole, found.shape());
    for (int i = 0; i < found.shape().elements(); i++) {
      double expected =
          x[0].get(place(i, shapes.whole, x[0].shape())) * 1e6
              + x[1].get(place(i, shapes.whole, x[1].shape()))
              - x[2].get(place(i, shapes.whole, x[2].shape()));
      assertEquals(expected, found.get(i));
    }
  }

  @Property(tries = 500, seed = "2")
  void selectMeetsItsOperandsAtTheirPlaces(@ForAll("shapes") Shapes shapes) {
    HostArray condition = counted(shapes.narrow.get(0), 0);
    for (int i = 0; i < condition.shape().elements(); i++) {
      condition.set(i, i % 2);
    }
    HostArray a = counted(shapes.narrow.get(1), 1);
    HostArray b = counted(shapes.narrow.get(2), -1000);
    HostArray found =
        Computed.of(
            t -> t.get(0).select(t.get(1), t.get(2)).broadcast(shapes.whole), condition, a, b);
    for (int i = 0; i < found.shape().elements(); i++) {
      boolean holds = condition.get(place(i, shapes.whole, condition.shape())) != 0;
      HostArray taken = holds ? a : b;
      assertEquals(taken.get(place(i, shapes.whole, taken.shape())), found.get(i));
    }
  }

  @Property(tries = 500, seed = "3")
  void aSumOverAxesAddsWhatBroadcastingWouldCopy(@ForAll("shapes") Shapes shapes) {
    Shape narrow = aligned(shapes.narrow.get(0), shapes.whole);
    int[] axes = IntStream.range(0, narrow.rank()).filter(axis -> narrow.size(axis) == 1).toArray();
    if (axes.length == 0) {
      return;
    }
    HostArray x = counted(shapes.whole, -50);
    double[] sums = new double[narrow.elements()];
    double[] largest = new double[narrow.elements()];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < shapes.whole.elements(); i++) {
      int place = place(i, shapes.whole, narrow);
      sums[place] += x.get(i);
      largest[place] = Math.max(largest[place], x.get(i));
    }
    HostArray sum = Computed.of(t -> t.get(0).sumKeeping(axes), x);
    HostArray max = Computed.of(t -> t.get(0).maxKeeping(axes), x);
    assertEquals(narrow, sum.shape());
    for (int i = 0; i < sums.length; i++) {
      assertEquals(sums[i], sum.get(i));
      assertEquals(largest[i], max.get(i));
    }
  }

  /** The same shape with the missing leading axes as axes of size 1. */
  private static Shape aligned(Shape narrow, Shape whole) {
    int[] ones = new int[whole.rank() - narrow.rank()];
    Arrays.fill(ones, 1);
    return narrow.prepend(ones);
  }
}
