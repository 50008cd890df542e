package org.vaelix.core.internal.data;

import java.util.List;
import java.util.Map;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Condition.Kind;
import org.vaelix.core.part.Names;

/** Takes cells of one condition for what they must be, or says which is none. */
final class CellCheck {
  private static final int LISTED = 10;

  private final Dataset dataset;
  private final String column;

  /** Of a dataset's column. */
  CellCheck(Dataset dataset, String column) {
    this.dataset = dataset;
    this.column = column;
  }

  /** Of a value that was given without a dataset. */
  CellCheck(Condition condition) {
    this(null, condition.name());
  }

  private DataException problem(int row, String problem) {
    String place =
        dataset == null
            ? "condition '" + column + "'"
            : dataset.place(row) + ", column '" + column + "'";
    return new DataException(place + ": " + problem);
  }

  /** {@return the number that a text is, or NaN} */
  static double parsed(String text) {
    String stripped = text.strip();
    // Java would also take "1f", "0x1p3" and "NaN".
    return stripped.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        ? Double.parseDouble(stripped)
        : Double.NaN;
  }

  /** {@return a cell that is not empty} */
  String text(Column cells, int row) {
    String text = cells.text(row);
    if (text.isEmpty()) {
      throw problem(row, "the cell is empty; a condition must be known of every row: fill it");
    }
    return text;
  }

  /** {@return a cell that is a number} */
  double number(Column cells, int row, int index) {
    double number = cells.numbers()[row * cells.width() + index];
    if (!Double.isFinite(number)) {
      String shown = cells.texts().length > 0 ? text(cells, row) : String.valueOf(number);
      throw problem(
          row,
          "'"
              + shown
              + "' is not a finite number; correct it, or set \"as\": \"category\" in"
              + " /conditions");
    }
    return number;
  }

  /** {@return the number of a cell's level} */
  int level(Column cells, int row, Map<String, Integer> levels, Condition condition) {
    String text = text(cells, row);
    Integer level = levels.get(text);
    if (level == null) {
      String remedy =
          Names.nearest(text, condition.levels())
              .map(near -> "did you mean '" + near + "'?")
              .orElse("the model knows " + listed(condition.levels()));
      throw problem(row, "'" + text + "' is a level that no row had in training; " + remedy);
    }
    return level;
  }

  private static String listed(List<String> levels) {
    String some = String.join(", ", levels.subList(0, Math.min(LISTED, levels.size())));
    return some + (levels.size() > LISTED ? ", …" : "");
  }

  /** Refuses what is no exposure where there should be one. */
  void exposure(Condition condition, double number, int row) {
    if (condition.kind() == Kind.EXPOSURE && number <= 0) {
      throw problem(row, number + " is no exposure: it must be above 0; leave the row out");
    }
  }

  /** Refuses a category of several numbers. */
  void oneNumber(Column cells) {
    if (cells.width() != 1) {
      throw problem(
          0,
          "a category is one number for each row, here are "
              + cells.width()
              + "; set \"as\": \"number\" in /conditions");
    }
  }

  /** Refuses another number of numbers than the model was trained with. */
  void width(Column cells, int width) {
    if (cells.width() != width) {
      throw problem(
          0, cells.width() + " numbers for each row, the model was trained with " + width);
    }
  }

  DataException width(String value, int count, int width) {
    return problem(
        0, "'" + value + "' is " + count + " numbers; give " + width + ", separated by commas");
  }

  DataException mixed(Column cells, int row) {
    return problem(
        row,
        "'"
            + cells.text(row)
            + "' is not a number, and other cells are; correct it, or set \"as\": \"category\" in"
            + " /conditions");
  }
}
