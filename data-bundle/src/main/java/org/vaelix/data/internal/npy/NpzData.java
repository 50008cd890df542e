package org.vaelix.data.internal.npy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.data.internal.DataFile;
import org.vaelix.data.internal.Layout;

/** The data source {@code npz}. */
@Component
@PartType("npz")
@Doc(
    value = "one array of numbers from a NumPy .npz archive, one observation per entry of an axis",
    formula = "xᵢ = the numbers at entry i of the row axis; NaN was not observed",
    source = "NumPy Enhancement Proposal 1, a simple file format for NumPy arrays")
public final class NpzData implements DataSourceFactory<NpzData.Config> {
  /** The options. */
  public record Config(
      @Doc("name of the file, relative to the recipe") String file,
      @Doc("name of the array in the file; may be empty if there is only one beside conditions")
          String array,
      @Doc("the axis whose entries are observations, from 0") int rowAxis,
      @Doc("whether an observation of several axes becomes one of one axis") boolean flatten) {
    /** Checks the values. */
    public Config {
      DataFile.checkName(file);
      Check.atLeast("rowAxis", rowAxis, 0);
    }
  }

  @Override
  public Config defaults() {
    return new Config(null, "", 0, false);
  }

  @Override
  public DataSource create(Config config) {
    return context -> read(config, context);
  }

  private static Dataset read(Config config, DataSource.Context context) {
    NpzFile file = new NpzFile(config.file(), DataFile.find(context, config.file()));
    Layout layout = new Layout(config.rowAxis(), config.flatten());
    HostArray values = file.read(config.array(), layout, context.conditions());
    Map<String, Column> conditions = new LinkedHashMap<>();
    context.conditions().forEach(name -> conditions.put(name, file.column(name)));
    return Dataset.of(config.file(), values, List.of(), 1).withConditions(conditions);
  }
}
