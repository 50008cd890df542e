package org.vaelix.core.data;

import java.nio.file.Path;
import java.util.List;
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
   * @param conditions names of columns to be read beside the values, into {@link
   *     Dataset#conditions}, and not to be taken as values unless the source's options ask for it
   * @param allowsMissing whether values may be missing, as NaN; otherwise a source may refuse them
   *     where it finds them
   */
  record Context(Path folder, long seed, List<String> conditions, boolean allowsMissing) {
    /**
     * Creates what a source is told where nothing but values is to be read.
     *
     * @param folder against which relative file names are resolved
     * @param seed of the run
     */
    public Context(Path folder, long seed) {
      this(folder, seed, List.of(), false);
    }

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
