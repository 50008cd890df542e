package org.vaelix.core.part;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a user most likely meant, for error messages. */
public final class Names {
  private Names() {}

  /**
   * {@return the known name nearest to one that is not known, if any is near: at most a third of
   * the longer name's letters, and at least one, may be mistyped}
   *
   * <p>Upper and lower case count as the same. Of names equally near the first is taken.
   *
   * @param name as the user wrote it
   * @param known the names there are
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(lower(name), lower(candidate));
      int bound = Math.max(1, Math.max(name.length(), candidate.length()) / 3);
      if (distance <= bound && distance < least) {
        nearest = candidate;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * {@return how many letters must be inserted, dropped, replaced or swapped with their neighbour
   * to turn one name into the other} Damerau (1964) and Levenshtein (1966), in the form in which no
   * part is edited twice.
   *
   * @param a a name
   * @param b another
   */
  static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, a, b, i, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  /** The cost for the first i letters of one name and the first j of the other, both above 0. */
  private static int cost(int[][] costs, String a, String b, int i, int j) {
    int replaced = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int moved = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
    int best = Math.min(replaced, moved);
    boolean swap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swap ? Math.min(best, costs[i - 2][j - 2] + 1) : best;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
