package org.vaelix.core.internal.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Condition.Kind;
import org.vaelix.core.recipe.ConditionColumn;
import org.vaelix.core.recipe.ConditionColumn.As;

/**
 * How a column becomes the numbers of a condition. Made from the rows a model is trained with and
 * kept with the model, so that other rows are coded alike.
 *
 * @param column the data's name of it
 * @param condition what it becomes
 * @param mean what is subtracted, for each number; 0 unless standardised
 * @param scale what is divided by, for each number; 1 unless standardised
 */
public record Coding(String column, Condition condition, double[] mean, double[] scale) {
  /** The kinds whose cells are numbers. */
  private boolean isNumeric() {
    return condition.kind() != Kind.CATEGORY;
  }

  /**
   * {@return the coding of a column}
   *
   * @param options of the recipe
   * @param dataset that has the column
   * @param rows which rows are trained on: means and scales are theirs, levels are everybody's
   * @throws org.vaelix.core.data.DataException if the cells are not what the options say
   */
  static Coding of(ConditionColumn options, Dataset dataset, int[] rows) {
    CellCheck check = new CellCheck(dataset, options.column());
    Column column = dataset.conditions().get(options.column());
    Kind kind = kind(options.as(), column, check);
    List<String> levels = kind == Kind.CATEGORY ? levels(column, check) : List.of();
    int width = kind == Kind.CATEGORY ? levels.size() : column.width();
    Condition condition =
        new Condition(
            options.reference(),
            kind,
            levels,
            width,
            options
                .networks()
                .orElse(kind == Kind.EXPOSURE ? Condition.Networks.NONE : Condition.Networks.BOTH));
    return kind == Kind.STANDARDISED
        ? standardised(options.column(), condition, column, rows, check)
        : new Coding(options.column(), condition, filled(width, 0), filled(width, 1));
  }

  private static Kind kind(As as, Column column, CellCheck check) {
    return switch (as) {
      case CATEGORY -> Kind.CATEGORY;
      case STANDARDISED -> Kind.STANDARDISED;
      case NUMBER -> Kind.NUMBER;
      case EXPOSURE -> Kind.EXPOSURE;
      case AUTO -> guessed(column, check);
    };
  }

  /** Text among numbers may be a missing value or one level of many: the user must say. */
  private static Kind guessed(Column column, CellCheck check) {
    long numbers = Arrays.stream(column.numbers()).filter(Double::isFinite).count();
    if (numbers > 0 && numbers < column.numbers().length) {
      int first =
          IntStream.range(0, column.numbers().length)
              .filter(i -> !Double.isFinite(column.numbers()[i]))
              .findFirst()
              .orElseThrow();
      throw check.mixed(column, first / column.width());
    }
    return numbers > 0 ? Kind.STANDARDISED : Kind.CATEGORY;
  }

  /** The distinct cells: numbers by size, then texts by alphabet. */
  private static List<String> levels(Column column, CellCheck check) {
    check.oneNumber(column);
    Map<String, Double> levels = new HashMap<>();
    for (int row = 0; row < column.rows(); row++) {
      levels.putIfAbsent(check.text(column, row), column.numbers()[row]);
    }
    Comparator<Map.Entry<String, Double>> bySize = Map.Entry.comparingByValue();
    return levels.entrySet().stream()
        .sorted(bySize.thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Coding standardised(
      String name, Condition condition, Column column, int[] rows, CellCheck check) {
    int width = column.width();
    double[] mean = new double[width];
    double[] scale = new double[width];
    for (int i = 0; i < width; i++) {
      int offset = i;
      double[] numbers =
          Arrays.stream(rows).mapToDouble(row -> check.number(column, row, offset)).toArray();
      double average = Arrays.stream(numbers).average().orElse(0);
      double variance = Arrays.stream(numbers).map(x -> (x - average) * (x - average)).sum();
      double deviation = Math.sqrt(variance / numbers.length);
      mean[i] = average;
      scale[i] = deviation > 0 ? deviation : 1; // a column that never varies becomes 0
    }
    return new Coding(name, condition, mean, scale);
  }

  private static double[] filled(int width, double number) {
    double[] numbers = new double[width];
    Arrays.fill(numbers, number);
    return numbers;
  }

  /**
   * {@return a dataset's column as the condition}
   *
   * @param dataset that has the column
   * @throws org.vaelix.core.data.DataException if a cell has no place in the condition
   */
  Coded code(Dataset dataset) {
    return code(dataset.conditions().get(column), new CellCheck(dataset, column));
  }

  /**
   * {@return one row of the condition}
   *
   * @param value as a user writes it
   * @throws org.vaelix.core.data.DataException if it has no place in the condition
   */
  public Coded code(String value) {
    String[] cells = isNumeric() ? value.split(",", -1) : new String[] {value};
    double[] numbers = Arrays.stream(cells).mapToDouble(CellCheck::parsed).toArray();
    CellCheck check = new CellCheck(condition);
    if (isNumeric() && numbers.length != condition.width()) {
      throw check.width(value, numbers.length, condition.width());
    }
    return code(new Column(numbers.length, numbers, new String[] {value}), check);
  }

  private Coded code(Column cells, CellCheck check) {
    if (!isNumeric()) {
      check.oneNumber(cells);
      Map<String, Integer> index = new HashMap<>();
      condition.levels().forEach(level -> index.put(level, index.size()));
      double[] levels = new double[cells.rows()];
      Arrays.setAll(levels, row -> check.level(cells, row, index, condition));
      return new Coded(condition.width(), true, levels);
    }
    check.width(cells, condition.width());
    double[] numbers = new double[cells.numbers().length];
    int width = condition.width();
    for (int i = 0; i < numbers.length; i++) {
      double number = check.number(cells, i / width, i % width);
      check.exposure(condition, number, i / width);
      numbers[i] = (number - mean[i % width]) / scale[i % width];
    }
    return new Coded(width, false, numbers);
  }
}
