package org.vaelix.core.analysis;

import java.util.Map;
import org.vaelix.core.backend.HostArray;

/**
 * A trained model with rows to look at it by. Implemented by the core, used by analyses; for one
 * thread.
 */
public interface Subject {
  /** {@return how many rows there are, at least 1} */
  int rows();

  /** {@return the seed for what an analysis draws on the host} */
  long seed();

  /**
   * {@return what a formula gives for all rows, (rows, …) each, by name} The same call draws the
   * same noise.
   *
   * @param formula to be computed, batch by batch
   * @param perRow what is given for each row, (rows, …) each, by name
   * @param shared what is given for all rows together, by other names
   * @throws org.vaelix.core.model.ModelException if this kind of model has no {@code Inference}
   */
  Map<String, HostArray> measure(
      Formula formula, Map<String, HostArray> perRow, Map<String, HostArray> shared);
}
