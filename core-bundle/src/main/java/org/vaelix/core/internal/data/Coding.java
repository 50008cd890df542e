package org.vaelix.core.internal.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Condition.Kind;
import org.vaelix.core.model.Moments;
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
    Coding raw =
        coding(options, kind, levels, filled(width, 0), filled(width, 1), filled(width, 0));
    Moments moments = moments(raw.code(dataset), rows);
    if (kind != Kind.STANDARDISED) {
      return coding(options, kind, levels, raw.mean, raw.scale, moments.mean());
    }
    // A column that never varies becomes 0.
    double[] scale = Arrays.stream(moments.variance()).map(v -> v > 0 ? Math.sqrt(v) : 1).toArray();
    return coding(options, kind, levels, moments.mean(), scale, filled(width, 0));
  }

  private static Coding coding(
      ConditionColumn options,
      Kind kind,
      List<String> levels,
      double[] mean,
      double[] scale,
      double[] codedMean) {
    Condition.Networks usual =
        kind == Kind.EXPOSURE ? Condition.Networks.NONE : Condition.Networks.BOTH;
    Condition condition =
        new Condition(
            options.reference(), kind, levels, codedMean, options.networks().orElse(usual));
    return new Coding(options.column(), condition, mean, scale);
  }

  private static Moments moments(Coded coded, int[] rows) {
    HostArray numbers =
        HostArray.of(Shape.of(rows.length, coded.width()), new double[rows.length * coded.width()]);
    for (int i = 0; i < rows.length; i++) {
      coded.write(rows[i], numbers, i);
    }
    return Preparation.moments(numbers, IntStream.range(0, rows.length).toArray());
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
