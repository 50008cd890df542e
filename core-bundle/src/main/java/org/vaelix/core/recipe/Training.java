package org.vaelix.core.recipe;

import java.util.Optional;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.DefaultType;
import org.vaelix.core.part.Doc;
import org.vaelix.core.training.Optimiser;

/**
 * How the model is trained.
 *
 * @param epochs passes over the training rows
 * @param batchSize rows in a step
 * @param optimiser how parameters follow their gradients
 * @param clipNorm bound on the norm of all gradients together; absent: none
 * @param earlyStopping when to stop before the last epoch; absent: never
 * @param checkpointEvery epochs between checkpoints
 */
public record Training(
    @Doc("passes over the training rows, at least 1") int epochs,
    @Doc("rows in a step, at least 1") int batchSize,
    @Doc("how parameters follow their gradients") @DefaultType("adam") Optimiser optimiser,
    @Doc("bound on the norm of all gradients together, above 0; absent: none")
        Optional<Double> clipNorm,
    @Doc("when to stop before the last epoch; absent: never") Optional<EarlyStopping> earlyStopping,
    @Doc("epochs between checkpoints, at least 1") int checkpointEvery) {
  /** What the reader fills in; the optimiser comes from the catalog, so there is none here. */
  static final Training DEFAULTS =
      new Training(100, 64, null, Optional.empty(), Optional.empty(), 5);

  /**
   * Checks the values.
   *
   * @param epochs passes over the training rows
   * @param batchSize rows in a step
   * @param optimiser how parameters follow their gradients
   * @param clipNorm bound on the norm of all gradients together; absent: none
   * @param earlyStopping when to stop before the last epoch; absent: never
   * @param checkpointEvery epochs between checkpoints
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Training {
    Check.atLeast("epochs", epochs, 1);
    Check.atLeast("batchSize", batchSize, 1);
    clipNorm.ifPresent(norm -> Check.positive("clipNorm", norm));
    Check.atLeast("checkpointEvery", checkpointEvery, 1);
  }

  /**
   * Stops when the validation loss no longer falls, and goes back to the best weights. Epochs count
   * only once all schedules of the loss have settled.
   *
   * @param patience epochs to wait for a better loss
   * @param minimumDelta how much better it must be, in nats
   */
  public record EarlyStopping(
      @Doc("epochs to wait for a better validation loss, at least 1") int patience,
      @Doc("how much lower the validation loss must be to count, in nats, at least 0")
          double minimumDelta) {
    /** Ten epochs, any improvement. */
    public static final EarlyStopping DEFAULTS = new EarlyStopping(10, 0);

    /**
     * Checks the values.
     *
     * @param patience epochs to wait for a better loss
     * @param minimumDelta how much better it must be, in nats
     * @throws org.vaelix.core.part.OptionException if one is out of range
     */
    public EarlyStopping {
      Check.atLeast("patience", patience, 1);
      Check.between("minimumDelta", minimumDelta, 0, Double.MAX_VALUE);
    }
  }
}
