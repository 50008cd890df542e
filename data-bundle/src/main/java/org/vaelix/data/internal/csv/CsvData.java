package org.vaelix.data.internal.csv;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.data.internal.DataFile;

/** The data source {@code csv}. */
@Component
@PartType("csv")
@Doc(
    value = "rows of numbers from a text file, one observation per line",
    formula = "xᵢⱼ = the number in line i and column j; an empty cell was not observed",
    source = "RFC 4180, with any separator")
public final class CsvData implements DataSourceFactory<CsvData.Config> {
  /** Whether the first row holds the columns' names. */
  public enum Header {
    /** It does if it is all text, it does not if it is all numbers, anything else is refused. */
    AUTO,
    /** It does. */
    YES,
    /** It does not. */
    NO
  }

  /** The options. */
  public record Config(
      @Doc("name of the file, relative to the recipe") String file,
      @Doc(
              "whether the first row holds names: yes, no, or auto: yes if no cell of it is a"
                  + " number, no if all are; a mixture, or 0 1 2 …, is refused until you say")
          Header header,
      @Doc("what separates cells: one character, tab, space, or auto: the file decides")
          String separator,
      @Doc(
              "columns to use, in this order: names, names with *, numbers from 1 (\"3\") and ranges"
                  + " (\"2-9\"), where an exact name wins over a number; empty: all")
          List<String> columns,
      @Doc("columns not to use, written like columns") List<String> exclude,
      @Doc("lines to skip at the top of the file, at least 0") int skipRows) {
    /** Checks the values. */
    public Config {
      DataFile.checkName(file);
      Check.that(
          Separator.isValid(separator),
          "separator",
          "must be auto, tab, space or one character that cannot be part of a number, got '"
              + separator
              + "'");
      Check.atLeast("skipRows", skipRows, 0);
      columns = List.copyOf(columns);
      exclude = List.copyOf(exclude);
    }
  }

  @Override
  public Config defaults() {
    return new Config(null, Header.AUTO, "auto", List.of(), List.of(), 0);
  }

  @Override
  public DataSource create(Config config) {
    return context -> new CsvFile(config, context).read();
  }
}
