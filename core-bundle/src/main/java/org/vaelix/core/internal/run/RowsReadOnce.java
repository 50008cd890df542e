package org.vaelix.core.internal.run;

import java.nio.file.Path;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.internal.data.Rows;

/**
 * The rows that a trained model is applied to, read, preprocessed and hashed once however much is
 * asked of them: the run's own, and those of the file named last. For one thread.
 */
public final class RowsReadOnce {
  private final TrainedParts parts;
  private final Catalog catalog;
  private TrainedParts.OwnRows own;
  private Path file;
  private Rows ofFile;

  /**
   * Of a trained model.
   *
   * @param parts of the model
   * @param catalog in which data sources are found
   */
  public RowsReadOnce(TrainedParts parts, Catalog catalog) {
    this.parts = parts;
    this.catalog = catalog;
  }

  /**
   * {@return the rows that the run began with}
   *
   * @throws org.vaelix.core.run.RunException if they have changed since
   */
  public TrainedParts.OwnRows own() {
    if (own == null) {
      own = parts.ownRows();
    }
    return own;
  }

  /** {@return the rows of a file, preprocessed and checked as the model's own} */
  public Rows of(Path data) {
    if (!data.equals(file)) {
      ofFile = ForeignRows.read(parts, data, catalog);
      file = data;
    }
    return ofFile;
  }
}
