package org.vaelix.core.analysis;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.model.Likelihood;

/**
 * A trained model with rows to look at it by. Implemented by the core, used by analyses; for one
 * thread.
 */
public interface Subject {
  /** {@return how many rows there are, at least 1} */
  int rows();

  /** {@return a copy of the recipe with every default spelled out} */
  JsonObject recipe();

  /** {@return how the model's values scatter, for drawing some on the host} */
  Likelihood likelihood();

  /**
   * {@return what is known of the rows beside their values, (rows, …) each, by name; empty if
   * nothing is}
   */
  Map<String, HostArray> truth();

  /** {@return the same model with rows that it was trained on, some thousands of them at most} */
  Subject training();

  /** {@return another model that is to be compared with this one, with the same rows} */
  Optional<Subject> other();

  /** {@return ln p of each row under the null model, in nats} */
  double[] nullModel();

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
