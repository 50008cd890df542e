package org.vaelix.core.internal.training;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vaelix.core.graph.Tensor;

/**
 * Sees to it, between two steps, that a loop computes with the parts it should. Implemented by
 * runs; called on the thread that trains.
 */
@FunctionalInterface
public interface PartWatch {
  /**
   * {@return whether to go on with the next step; false if cancelled while waiting for a part}
   *
   * @param loop may be given other parts
   * @param cancelled asked while waiting
   */
  boolean settle(TrainingLoop loop, BooleanSupplier cancelled);

  /**
   * {@return the part whose formula a node of the step's graph is, with bundle and version; empty
   * if that is not known}
   *
   * @param node of the graph
   */
  default Optional<String> maker(Tensor node) {
    return Optional.empty();
  }
}
