package org.vaelix.core.data;

import java.nio.file.Path;
import org.vaelix.core.part.PartKind;

/** Reads or generates rows. Implemented by data bundles, called by runs; immutable. */
@PartKind("data")
public interface DataSource {
  /**
   * {@return all rows}
   *
   * @param context where files are and which seed to use
   * @throws DataException if they cannot be read
   */
  Dataset read(Context context);

  /**
   * What a source is told.
   *
   * @param folder against which relative file names are resolved: the recipe's
   * @param seed of the run; generators use a stream of their own under it
   */
  record Context(Path folder, long seed) {
    /**
     * {@return the file of a name}
     *
     * @param file absolute, or relative to the folder
     */
    public Path resolve(String file) {
      return folder.resolve(file).normalize();
    }
  }
}
