package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** What moves values and is undone gives the values back. */
class LayoutPropertiesTest {
  private static HostArray counted(List<Integer> sizes) {
    Shape shape = Shape.of(sizes.stream().mapToInt(n -> n).toArray());
    return HostArray.of(shape, IntStream.range(0, shape.elements()).asDoubleStream().toArray());
  }

  private static void assertGivenBack(HostArray x, Function<Tensor, Tensor> thereAndBack) {
    HostArray found = Computed.of(t -> thereAndBack.apply(t.get(0)), x);
    assertEquals(x.shape(), found.shape());
    assertArrayEquals(x.doubles(), found.doubles());
  }

  @Property(tries = 300, seed = "1")
  void transpositionAndItsInverse(
      @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 4) Integer> sizes, @ForAll long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, sizes.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    int[] axes = order.stream().mapToInt(a -> a).toArray();
    int[] back = IntStream.range(0, axes.length).map(order::indexOf).toArray();
    assertGivenBack(counted(sizes), x -> x.transpose(axes).transpose(back));
  }

  @Property(tries = 300, seed = "2")
  void transpositionMovesEachValueToItsPlace(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 4) Integer> sizes) {
    HostArray x = counted(sizes);
    HostArray y = Computed.of(t -> t.get(0).transpose(1, 2, 0), x);
    for (int i = 0; i < sizes.get(0); i++) {
      for (int j = 0; j < sizes.get(1); j++) {
        for (int k = 0; k < sizes.get(2); k++) {
          double expected = x.get((i * sizes.get(1) + j) * sizes.get(2) + k);
          assertEquals(expected, y.get((j * sizes.get(2) + k) * sizes.get(0) + i));
        }
      }
    }
  }

  @Property(tries = 300, seed = "3")
  void aBorderThatIsCutOff(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 4) Integer> sizes,
      @ForAll @Size(4) List<@IntRange(min = 0, max = 3) Integer> before,
      @ForAll @Size(4) List<@IntRange(min = 0, max = 3) Integer> after) {
    int[] first = before.stream().limit(sizes.size()).mapToInt(n -> n).toArray();
    int[] last = after.stream().limit(sizes.size()).mapToInt(n -> n).toArray();
    HostArray x = counted(sizes);
    assertGivenBack(x, t -> t.pad(first, last, -7).slice(first, x.shape()));
    // The border is all of one number: whatever is not x adds up to −7 each.
    HostArray sum = Computed.of(t -> t.get(0).pad(first, last, -7).sum(), x);
    HostArray padded = Computed.of(t -> t.get(0).pad(first, last, -7), x);
    int border = padded.shape().elements() - x.shape().elements();
    assertEquals(IntStream.range(0, x.shape().elements()).sum() - 7.0 * border, sum.get(0));
  }

  @Property(tries = 300, seed = "4")
  void piecesPutTogether(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> sizes,
      @ForAll @IntRange(min = 0, max = 3) int anyAxis,
      @ForAll @IntRange(min = 0, max = 4) int cut) {
    int axis = anyAxis % sizes.size();
    int at = Math.min(cut, sizes.get(axis));
    assertGivenBack(
        counted(sizes),
        x ->
            x.graph()
                .concat(axis, List.of(x.range(axis, 0, at), x.range(axis, at, sizes.get(axis)))));
  }

  @Property(tries = 100, seed = "5")
  void windowsThatDoNotOverlap(
      @ForAll @IntRange(min = 1, max = 3) int height,
      @ForAll @IntRange(min = 1, max = 3) int width,
      @ForAll @IntRange(min = 1, max = 3) int down,
      @ForAll @IntRange(min = 1, max = 3) int across) {
    HostArray x = counted(List.of(2, 2, height * down, width * across));
    Attributes.Window window = new Attributes.Window(height, width, height, width);
    assertGivenBack(x, t -> t.windows2d(window).fold2d(window, x.shape()));
  }
}
