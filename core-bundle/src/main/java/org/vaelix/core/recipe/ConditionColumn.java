package org.vaelix.core.recipe;

import java.util.Optional;
import org.vaelix.core.model.Condition;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.ShortForm;

/**
 * A column of the data that is a condition: known of each row beside its values.
 *
 * @param column name of the data's column or array
 * @param name by which options of parts refer to it; absent: the column's
 * @param as how it is turned into numbers
 * @param networks which networks have it among their inputs; absent: both, an exposure none
 */
@ShortForm("column")
public record ConditionColumn(
    @Doc("name of a column of the file, or of an array of the archive") String column,
    @Doc("by which options of parts refer to it; absent: the column's name") Optional<String> name,
    @Doc(
            "how it becomes numbers: category (one for each level), standardised (mean 0, variance 1"
                + " over the training rows), number (as it is), exposure (above 0, as it is), or"
                + " auto: standardised if all cells are numbers, else category")
        As as,
    @Doc("networks that see it: both, encoder, decoder, none; absent: both, but none for exposure")
        Optional<Condition.Networks> networks) {
  /** Numbers are standardised, text is a category, and both networks see it. */
  public static final ConditionColumn DEFAULTS =
      new ConditionColumn(null, Optional.empty(), As.AUTO, Optional.empty());

  /**
   * Checks the values.
   *
   * @param column name of the data's column or array
   * @param name by which options of parts refer to it; absent: the column's
   * @param as how it is turned into numbers
   * @param networks which networks have it among their inputs; absent: both, an exposure none
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public ConditionColumn {
    Check.that(column == null || !column.isBlank(), "column", "must not be empty");
    name.ifPresent(given -> Check.that(!given.isBlank(), "name", "must not be empty"));
  }

  /** How a column is turned into numbers. */
  public enum As {
    /** Standardised if all cells are numbers, else a category. */
    AUTO,
    /** As {@link Condition.Kind#CATEGORY}. */
    CATEGORY,
    /** As {@link Condition.Kind#STANDARDISED}. */
    STANDARDISED,
    /** As {@link Condition.Kind#NUMBER}. */
    NUMBER,
    /** As {@link Condition.Kind#EXPOSURE}. */
    EXPOSURE
  }

  /** {@return by which options of parts refer to it} */
  public String reference() {
    return name.orElse(column);
  }
}
