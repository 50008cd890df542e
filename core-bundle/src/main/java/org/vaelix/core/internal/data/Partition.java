package org.vaelix.core.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.recipe.Split;

/**
 * Which rows train, validate and test; ascending row numbers.
 *
 * @param train rows that gradients see
 * @param validation rows that early stopping sees
 * @param test rows that only the final score sees
 */
public record Partition(int[] train, int[] validation, int[] test) {
  /**
   * {@return a partition of the rows in which groups stay whole}
   *
   * @param dataset the rows
   * @param split the fractions
   * @param seed of the run
   * @throws DataException if no row is left to train on
   */
  public static Partition of(Dataset dataset, Split split, long seed) {
    List<int[]> groups = groups(dataset);
    int[] order = IntStream.range(0, groups.size()).toArray();
    if (split.shuffle()) {
      order = shuffled(order, seed, "split", 0);
    }
    int test = (int) Math.round(split.test() * order.length);
    int validation = (int) Math.round(split.validation() * order.length);
    int train = order.length - validation - test;
    if (train <= 0) {
      throw new DataException(
          String.format(
              "%s: %d rows in %d groups leave none to train on after /split; use more rows or"
                  + " smaller fractions",
              dataset.origin(), dataset.rows(), groups.size()));
    }
    return new Partition(
        rows(groups, order, 0, train),
        rows(groups, order, train, train + validation),
        rows(groups, order, train + validation, order.length));
  }

  private static List<int[]> groups(Dataset dataset) {
    if (dataset.groups().length == 0) {
      return IntStream.range(0, dataset.rows()).mapToObj(row -> new int[] {row}).toList();
    }
    Map<Integer, List<Integer>> byGroup = new LinkedHashMap<>();
    for (int row = 0; row < dataset.rows(); row++) {
      byGroup.computeIfAbsent(dataset.groups()[row], g -> new ArrayList<>()).add(row);
    }
    return byGroup.values().stream().map(g -> g.stream().mapToInt(r -> r).toArray()).toList();
  }

  private static int[] rows(List<int[]> groups, int[] order, int from, int to) {
    return Arrays.stream(order, from, to)
        .mapToObj(groups::get)
        .flatMapToInt(Arrays::stream)
        .sorted()
        .toArray();
  }

  /**
   * {@return a copy in random order}
   *
   * @param values to be shuffled
   * @param seed of the run
   * @param purpose of the shuffle
   * @param step a counter within the purpose
   */
  public static int[] shuffled(int[] values, long seed, String purpose, long step) {
    int[] shuffled = values.clone();
    new PhiloxRandom(seed, purpose, step).shuffle(shuffled);
    return shuffled;
  }

  /** {@return the row numbers by the split's name} */
  public Map<String, int[]> byName() {
    Map<String, int[]> splits = new LinkedHashMap<>();
    splits.put("train", train);
    splits.put("validation", validation);
    splits.put("test", test);
    return splits;
  }
}
