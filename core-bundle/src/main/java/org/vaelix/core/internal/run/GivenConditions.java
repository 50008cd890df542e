package org.vaelix.core.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.data.DataException;
import org.vaelix.core.internal.data.Coded;
import org.vaelix.core.internal.data.Coding;
import org.vaelix.core.internal.data.Statistics;
import org.vaelix.core.part.Names;
import org.vaelix.core.random.PhiloxRandom;

/**
 * The conditions of rows that are generated: as given; those not given are the ones of training
 * rows drawn at random, all of one row together, so that what belongs together stays together.
 */
public final class GivenConditions {
  private GivenConditions() {}

  /**
   * {@return the conditions by name}
   *
   * @param statistics of the training rows
   * @param given values by condition, as a user writes them
   * @param rows how many
   * @param seed of the draws
   * @throws DataException if there is no such condition, or no such value of it
   */
  public static Map<String, Coded> of(
      Statistics statistics, Map<String, String> given, int rows, long seed) {
    Map<String, Coding> codings = new LinkedHashMap<>();
    statistics.codings().forEach(coding -> codings.put(coding.condition().name(), coding));
    given.keySet().forEach(name -> checkKnown(name, new ArrayList<>(codings.keySet())));
    int[] drawn = draws(statistics, rows, seed);
    Map<String, Coded> conditions = new LinkedHashMap<>();
    codings.forEach(
        (name, coding) ->
            conditions.put(
                name,
                given.containsKey(name)
                    ? coding.code(given.get(name)).rows(new int[rows])
                    : statistics.conditions().get(name).rows(drawn)));
    return conditions;
  }

  private static int[] draws(Statistics statistics, int rows, long seed) {
    PhiloxRandom random = new PhiloxRandom(seed, "conditions", 0);
    int known = (int) statistics.moments().rows();
    int[] drawn = new int[rows];
    Arrays.setAll(drawn, i -> random.nextInt(known));
    return drawn;
  }

  private static void checkKnown(String name, List<String> known) {
    if (!known.contains(name)) {
      String remedy =
          Names.nearest(name, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse(
                  known.isEmpty()
                      ? "it has none, for its recipe declares no /conditions"
                      : "it has " + String.join(", ", known));
      throw new DataException("the model has no condition '" + name + "'; " + remedy);
    }
  }
}
