package org.vaelix.data.internal.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.data.internal.DataFile;
import org.vaelix.data.internal.Layout;

/** The data source {@code npy}. */
@Component
@PartType("npy")
@Doc(
    value = "an array of numbers from a NumPy .npy file, one observation per entry of an axis",
    formula = "xᵢ = the numbers at entry i of the row axis; NaN was not observed",
    source = "NumPy Enhancement Proposal 1, a simple file format for NumPy arrays")
public final class NpyData implements DataSourceFactory<NpyData.Config> {
  /** The options. */
  public record Config(
      @Doc("name of the file, relative to the recipe") String file,
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
    return new Config(null, 0, false);
  }

  @Override
  public DataSource create(Config config) {
    return context -> read(config, context);
  }

  private static Dataset read(Config config, DataSource.Context context) {
    Path path = DataFile.find(context, config.file());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      NpyReader reader = new NpyReader(in, Files.size(path), config.file());
      HostArray values = reader.read(new Layout(config.rowAxis(), config.flatten()));
      return Dataset.of(config.file(), values, List.of(), 1);
    } catch (IOException e) {
      throw DataFile.unreadable(config.file(), e);
    }
  }
}
