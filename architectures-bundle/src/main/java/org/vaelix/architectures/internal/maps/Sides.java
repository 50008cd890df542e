package org.vaelix.architectures.internal.maps;

import org.vaelix.core.part.Check;

/** Whether the sides of a grid can be halved as often as an architecture wants. */
public final class Sides {
  private Sides() {}

  /**
   * Refuses a grid with a side that cannot be halved so often.
   *
   * @param grid of the observations
   * @param option that says how often
   * @param times how often
   * @throws org.vaelix.core.part.OptionException with the sizes, and the numbers, that would do
   */
  public static void check(Grid grid, String option, int times) {
    int height = grid.isTrace() ? 0 : grid.height();
    int step = 1 << times;
    int most = Math.min(halvings(height), halvings(grid.width()));
    Check.that(
        times <= most,
        option,
        String.format(
            "%d halvings need %s that are multiples of %d, and observations are %s; %s or crop or"
                + " pad them to %s",
            times,
            grid.isTrace() ? "numbers of bins" : "sides",
            step,
            grid.event(),
            most == 0 ? "take another architecture," : "take at most " + most + ",",
            grid.isTrace()
                ? near(grid.width(), step)
                : near(height, step) + " × " + near(grid.width(), step)));
  }

  private static int halvings(int side) {
    return side == 0 ? Integer.MAX_VALUE : Integer.numberOfTrailingZeros(side);
  }

  private static String near(int side, int step) {
    int below = side / step * step;
    if (below == side) {
      return String.valueOf(side);
    }
    return below == 0 ? String.valueOf(step) : "(" + below + " or " + (below + step) + ")";
  }
}
