package org.vaelix.data.internal.hdf5;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** The data source {@code hdf5}. */
@Component
@PartType("hdf5")
@Doc(
    value =
        "data sets of numbers from an HDF5 file (.h5, .hdf5, MATLAB's .mat 7.3), one observation per"
            + " entry of an axis; several are joined row after row",
    formula = "xᵢ = the numbers at entry i of the row axis; NaN was not observed",
    source = "The HDF Group, HDF5 File Format Specification 3.0")
public final class Hdf5Data implements DataSourceFactory<Hdf5Data.Config> {
  /** What is known of the rows beside their values, such as true rates; no model sees it. */
  public record Truth(
      @Doc("what it is called in the run folder, for example rates") String name,
      @Doc("data sets that hold it, joined as those of the values") List<String> datasets) {
    /** Checks the values. */
    public Truth {
      Check.that(name != null && name.matches("[\\w-]+"), "name", "must be letters and digits");
      datasets = List.copyOf(datasets);
      Check.that(!datasets.isEmpty(), "datasets", "must name a data set");
    }
  }

  /** The options. */
  public record Config(
      @Doc("name of the file, relative to the recipe") String file,
      @Doc(
              "data sets with the values, as paths inside the file; the rows of several follow one"
                  + " another. May be empty if the file holds only one beside conditions and truth")
          List<String> datasets,
      @Doc("the axis whose entries are observations, from 0") int rowAxis,
      @Doc("whether an observation of several axes becomes one of one axis") boolean flatten,
      @Doc("what is known of the rows beside their values; kept in the run folder")
          List<Truth> truth) {
    /** Checks the values. */
    public Config {
      DataFile.checkName(file);
      datasets = List.copyOf(datasets);
      Check.atLeast("rowAxis", rowAxis, 0);
      truth = List.copyOf(truth);
    }
  }

  @Override
  public Config defaults() {
    return new Config(null, List.of(), 0, false, List.of());
  }

  @Override
  public DataSource create(Config config) {
    return context -> read(config, context);
  }

  private static Dataset read(Config config, DataSource.Context context) {
    try (Hdf5File file = Hdf5File.open(config.file(), DataFile.find(context, config.file()))) {
      Layout layout = new Layout(config.rowAxis(), config.flatten());
      Layout beside = new Layout(0, false);
      List<String> values = chosen(file, config, context.conditions());
      HostArray rows = JoinedRows.of(file, values, layout);
      Map<String, HostArray> truth = new LinkedHashMap<>();
      for (Truth known : config.truth()) {
        truth.put(
            known.name(), JoinedRows.of(file, known.datasets(), beside, rows.shape().size(0)));
      }
      Map<String, Column> conditions = new LinkedHashMap<>();
      context.conditions().forEach(name -> conditions.put(name, file.column(name)));
      String origin = values.size() == 1 ? file.place(values.get(0)) : config.file();
      return new Dataset(origin, rows, List.of(), 1, new int[0], truth, conditions);
    }
  }

  private static List<String> chosen(Hdf5File file, Config config, List<String> conditions) {
    if (!config.datasets().isEmpty()) {
      return config.datasets();
    }
    Stream<String> truth = config.truth().stream().flatMap(known -> known.datasets().stream());
    return List.of(file.only(Stream.concat(conditions.stream(), truth).toList()));
  }
}
