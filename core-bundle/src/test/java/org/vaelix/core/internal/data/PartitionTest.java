package org.vaelix.core.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.recipe.Split;

class PartitionTest {
  @Property(seed = "1")
  void everyRowIsInExactlyOneSplit(
      @ForAll @IntRange(min = 3, max = 300) int rows,
      @ForAll @DoubleRange(min = 0, max = 0.4) double validation,
      @ForAll @DoubleRange(min = 0, max = 0.4) double test,
      @ForAll boolean shuffle,
      @ForAll long seed) {
    Partition partition = Partition.of(rows(rows), new Split(validation, test, shuffle), seed);

    int[] all =
        Stream.of(partition.train(), partition.validation(), partition.test())
            .flatMapToInt(Arrays::stream)
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, rows).toArray(), all);
    assertEquals(Math.round(test * rows), partition.test().length);
    assertEquals(Math.round(validation * rows), partition.validation().length);
  }

  @Test
  void withoutShufflingTheFirstRowsTrainAndTheLastTest() {
    Partition partition = Partition.of(rows(10), new Split(0.2, 0.3, false), 1);

    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, partition.train());
    assertArrayEquals(new int[] {5, 6}, partition.validation());
    assertArrayEquals(new int[] {7, 8, 9}, partition.test());
  }

  @Test
  void theSeedDecides() {
    Split split = new Split(0.2, 0.2, true);

    assertArrayEquals(
        Partition.of(rows(50), split, 1).test(), Partition.of(rows(50), split, 1).test());
    assertFalse(
        Arrays.equals(
            Partition.of(rows(50), split, 1).test(), Partition.of(rows(50), split, 2).test()));
  }

  @Test
  void groupsStayWhole() {
    int[] groups = IntStream.range(0, 60).map(row -> row / 6).toArray();
    Dataset bins = new Dataset("bins", values(60), List.of(), 1, groups, Map.of());

    Partition partition = Partition.of(bins, new Split(0.2, 0.3, true), 4);

    Set<Integer> test =
        Arrays.stream(partition.test()).mapToObj(r -> groups[r]).collect(Collectors.toSet());
    assertEquals(18, partition.test().length);
    assertEquals(3, test.size());
    assertTrue(Arrays.stream(partition.train()).noneMatch(r -> test.contains(groups[r])));
  }

  @Test
  void refusesToTrainOnNothing() {
    Dataset one = rows(1);
    Split split = new Split(0.5, 0.4, true);

    DataException refused = assertThrows(DataException.class, () -> Partition.of(one, split, 1));

    assertTrue(refused.getMessage().contains("leave none to train on"), refused.getMessage());
  }

  private static Dataset rows(int rows) {
    return Dataset.of("numbers", values(rows), List.of(), 1);
  }

  private static HostArray values(int rows) {
    return HostArray.of(Shape.of(rows, 1), new double[rows]);
  }
}
