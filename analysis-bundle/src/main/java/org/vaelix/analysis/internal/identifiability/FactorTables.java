package org.vaelix.analysis.internal.identifiability;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Factors that a data source gives one by one, such as those of {@code shapes}, belong together.
 */
final class FactorTables {
  private FactorTables() {}

  /** {@return the tables with those of a single column joined into one, its name telling which} */
  static Map<String, double[][]> joined(Map<String, double[][]> tables) {
    Map<String, double[][]> joined = new LinkedHashMap<>();
    Map<String, double[][]> single = new LinkedHashMap<>();
    tables.forEach((name, table) -> (table[0].length == 1 ? single : joined).put(name, table));
    if (!single.isEmpty()) {
      joined.put(String.join(", ", single.keySet()), columns(single));
    }
    return joined;
  }

  private static double[][] columns(Map<String, double[][]> single) {
    int rows = single.values().iterator().next().length;
    double[][] table = new double[rows][single.size()];
    int j = 0;
    for (double[][] column : single.values()) {
      for (int i = 0; i < rows; i++) {
        table[i][j] = column[i][0];
      }
      j++;
    }
    return table;
  }
}
