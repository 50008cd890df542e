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
 * @param clipValue bound on each number of a gradient; absent: none
 * @param earlyStopping when to stop before the last epoch; absent: never
 * @param plateau when to lower the learning rate; absent: never
 * @param checkpointEvery epochs between checkpoints
 * @param onPartChange what to do when a part in use leaves or is replaced
 */
public record Training(
    @Doc("passes over the training rows, at least 1") int epochs,
    @Doc("rows in a step, at least 1") int batchSize,
    @Doc("how parameters follow their gradients") @DefaultType("adam") Optimiser optimiser,
    @Doc("bound on the norm of all gradients together, above 0; absent: none")
        Optional<Double> clipNorm,
    @Doc("bound on each number of a gradient, above 0; absent: none") Optional<Double> clipValue,
    @Doc("when to stop before the last epoch; absent: never") Optional<EarlyStopping> earlyStopping,
    @Doc("when to lower the learning rate beyond its schedule; absent: never")
        Optional<Plateau> plateau,
    @Doc("epochs between checkpoints, at least 1") int checkpointEvery,
    @Doc(
            "when a bundle of a part in use is updated, stopped or removed in the course of the run:"
                + " pin goes on with the part it holds, recompose goes on with the part that takes"
                + " its place, pause waits until it is back")
        OnPartChange onPartChange) {
  /** What the reader fills in; the optimiser comes from the catalog, so there is none here. */
  static final Training DEFAULTS =
      new Training(
          100,
          64,
          null,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          5,
          OnPartChange.PIN);

  /**
   * Checks the values.
   *
   * @param epochs passes over the training rows
   * @param batchSize rows in a step
   * @param optimiser how parameters follow their gradients
   * @param clipNorm bound on the norm of all gradients together; absent: none
   * @param clipValue bound on each number of a gradient; absent: none
   * @param earlyStopping when to stop before the last epoch; absent: never
   * @param plateau when to lower the learning rate; absent: never
   * @param checkpointEvery epochs between checkpoints
   * @param onPartChange what to do when a part in use leaves or is replaced
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Training {
    Check.atLeast("epochs", epochs, 1);
    Check.atLeast("batchSize", batchSize, 1);
    clipNorm.ifPresent(norm -> Check.positive("clipNorm", norm));
    clipValue.ifPresent(bound -> Check.positive("clipValue", bound));
    Check.that(
        clipNorm.isEmpty() || clipValue.isEmpty(),
        "clipValue",
        "cannot be combined with 'clipNorm'; leave one of them out");
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

  /**
   * Multiplies the learning rate by a factor whenever a measure of the validation rows no longer
   * gets better. Epochs count only once all schedules of the loss have settled.
   *
   * @param measure of the validation rows
   * @param better whether lower or higher values of it are better
   * @param factor by which the learning rate is multiplied
   * @param patience epochs to wait for a better value
   * @param minimumDelta how much better it must be, in the measure's unit
   * @param minimum learning rate below which the factor does not take it
   */
  public record Plateau(
      @Doc("measure of the validation rows: loss, or one of the objective's, such as elbo")
          String measure,
      @Doc("which values of the measure are better: lower or higher") Better better,
      @Doc("what the learning rate is multiplied by, above 0 and below 1") double factor,
      @Doc("epochs to wait for a better value, at least 1") int patience,
      @Doc("how much better the value must be to count, in the measure's unit, at least 0")
          double minimumDelta,
      @Doc("learning rate below which the factor does not take it, at least 0") double minimum) {
    /** A tenth after ten epochs without a lower loss. */
    public static final Plateau DEFAULTS = new Plateau("loss", Better.LOWER, 0.1, 10, 0, 0);

    /**
     * Checks the values.
     *
     * @param measure of the validation rows
     * @param better whether lower or higher values of it are better
     * @param factor by which the learning rate is multiplied
     * @param patience epochs to wait for a better value
     * @param minimumDelta how much better it must be, in the measure's unit
     * @param minimum learning rate below which the factor does not take it
     * @throws org.vaelix.core.part.OptionException if one is out of range
     */
    public Plateau {
      Check.that(factor > 0 && factor < 1, "factor", "must be above 0 and below 1, got " + factor);
      Check.atLeast("patience", patience, 1);
      Check.between("minimumDelta", minimumDelta, 0, Double.MAX_VALUE);
      Check.between("minimum", minimum, 0, Double.MAX_VALUE);
    }
  }

  /**
   * What a run does, between two steps, when a bundle of a part in use is updated, stopped or
   * removed. On a flat class path this never happens.
   */
  public enum OnPartChange {
    /** Goes on with the part it holds, to the same bits as if nothing had happened. */
    PIN,
    /**
     * Writes a checkpoint, looks all parts up anew, carries variables over by name and shape and
     * goes on; waits while the recipe's parts are not there.
     */
    RECOMPOSE,
    /**
     * Writes a checkpoint and waits until parts of the same types are back, the backend's among
     * them; then carries variables over likewise.
     */
    PAUSE
  }

  /** Which values of a measure are better. */
  public enum Better {
    /** Lower ones, as of a loss. */
    LOWER,
    /** Higher ones, as of a bound on the likelihood. */
    HIGHER
  }
}
