package org.vaelix.core.internal.training;

import java.util.function.BooleanSupplier;

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
}
