package org.vaelix.core.training;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * A rule by which parameters follow their gradients, written in the tensor language. Implemented by
 * model bundles, called while the training step is traced; immutable.
 */
@PartKind("optimiser")
public interface Optimiser {
  /** {@return the learning rate} */
  Schedule learningRate();

  /**
   * {@return a parameter's new value, of its shape}
   *
   * @param parameter its old value
   * @param gradient of the loss, of its shape
   * @param update where the rule keeps what it must remember of this parameter
   */
  Tensor next(Tensor parameter, Tensor gradient, Update update);

  /** What a rule knows and keeps for one parameter. Implemented by the core. */
  interface Update {
    /** {@return the learning rate of this step, a scalar} */
    Tensor learningRate();

    /** {@return the number of this step, a scalar, 1 at the first} */
    Tensor step();

    /**
     * {@return what was remembered under a name, of the parameter's shape; zeros at first}
     *
     * @param name for example {@code moment1}
     */
    Tensor recall(String name);

    /**
     * Remembers a value for the next step.
     *
     * @param name for example {@code moment1}
     * @param value of the parameter's shape
     */
    void remember(String name, Tensor value);
  }
}
