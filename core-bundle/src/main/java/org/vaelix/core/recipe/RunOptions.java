package org.vaelix.core.recipe;

import java.util.Optional;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;

/**
 * Where results go.
 *
 * @param folder the run folder itself; absent: a new numbered one in {@code parent}
 * @param parent folder of run folders
 */
public record RunOptions(
    @Doc("the run folder itself, which must not exist or be empty; absent: a new one in parent")
        Optional<String> folder,
    @Doc("folder in which numbered run folders are made") String parent) {
  /** A numbered folder in {@code runs}. */
  public static final RunOptions DEFAULTS = new RunOptions(Optional.empty(), "runs");

  /**
   * Checks the values.
   *
   * @param folder the run folder itself; absent: a new numbered one in {@code parent}
   * @param parent folder of run folders
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public RunOptions {
    Check.that(!parent.isBlank(), "parent", "must not be empty");
  }
}
