package org.vaelix.core.data;

import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;

/**
 * Rows of observations in memory. The arrays must not be changed.
 *
 * @param origin where they come from, for messages: a file name or a generator's name
 * @param values (rows, event shape…); NaN where one is missing
 * @param columns names of the values of an observation, in row-major order; empty if they have none
 * @param firstRow what the origin calls the first row, for messages: 1, or 2 after a header line
 * @param groups for each row, which rows belong together and must not be split apart (bins of one
 *     trial); empty if every row stands alone
 * @param truth what is known of the rows beside the values, (rows, …) each, by name: the true rates
 *     and states of generated data; never seen by a model
 * @param conditions the columns that were asked for beside the values, by name
 */
public record Dataset(
    String origin,
    HostArray values,
    List<String> columns,
    int firstRow,
    int[] groups,
    Map<String, HostArray> truth,
    Map<String, Column> conditions) {

  /**
   * Creates rows without conditions.
   *
   * @param origin where they come from, for messages
   * @param values (rows, event shape…)
   * @param columns names of the values, or empty
   * @param firstRow what the origin calls the first row
   * @param groups which rows belong together, or empty
   * @param truth what is known of the rows beside the values, by name
   */
  public Dataset(
      String origin,
      HostArray values,
      List<String> columns,
      int firstRow,
      int[] groups,
      Map<String, HostArray> truth) {
    this(origin, values, columns, firstRow, groups, truth, Map.of());
  }

  /**
   * {@return rows that stand alone, with no truth known}
   *
   * @param origin where they come from
   * @param values (rows, event shape…)
   * @param columns names of the values, or empty
   * @param firstRow what the origin calls the first row
   */
  public static Dataset of(String origin, HostArray values, List<String> columns, int firstRow) {
    return new Dataset(origin, values, columns, firstRow, new int[0], Map.of());
  }

  /**
   * {@return these rows with conditions}
   *
   * @param given by name
   */
  public Dataset withConditions(Map<String, Column> given) {
    return new Dataset(origin, values, columns, firstRow, groups, truth, given);
  }

  /**
   * {@return these rows with other values}
   *
   * @param changed as many as before
   */
  public Dataset withValues(HostArray changed) {
    return new Dataset(origin, changed, columns, firstRow, groups, truth, conditions);
  }

  /** {@return how many rows there are} */
  public int rows() {
    return values.shape().size(0);
  }

  /** {@return the shape of one observation} */
  public Shape eventShape() {
    return values.shape().dropLeading(1);
  }

  /**
   * {@return a value's place in the user's terms, for example {@code "spikes.csv, row 17, column
   * 'n3'"}}
   *
   * @param row from 0
   * @param value index within the row, from 0
   */
  public String place(int row, int value) {
    String column = columns.isEmpty() ? String.valueOf(value + 1) : "'" + columns.get(value) + "'";
    return place(row) + ", column " + column;
  }

  /**
   * {@return a row's place in the user's terms}
   *
   * @param row from 0
   */
  public String place(int row) {
    return origin + ", row " + (firstRow + row);
  }
}
