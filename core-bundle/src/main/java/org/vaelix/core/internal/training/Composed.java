package org.vaelix.core.internal.training;

import java.util.Map;
import java.util.TreeMap;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Clipping;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.recipe.Training;

/**
 * What a loop computes with until its parts are exchanged: programs that were traced and compiled
 * from one set of parts, with the rules that hold for them.
 *
 * @param options of the training
 * @param traced the step
 * @param program of the step
 * @param evaluator of validation rows
 * @param batch the inputs of the step
 * @param earlyStop when to stop
 * @param plateau when to lower the learning rate
 */
record Composed(
    Training options,
    Traced traced,
    Program program,
    Evaluator evaluator,
    Minibatch batch,
    EarlyStop earlyStop,
    RatePlateau plateau)
    implements AutoCloseable {

  static Composed of(Recipe recipe, Tracer tracer, Rows rows, int size) {
    Training options = recipe.training();
    Clipping clipping = new Clipping(options.clipNorm(), options.clipValue());
    Traced traced = tracer.trainingStep(size, options.optimiser(), clipping);
    Program program = recipe.backend().compile(traced.graph());
    try {
      return new Composed(
          options,
          traced,
          program,
          new Evaluator(tracer, recipe.backend()::compile, rows, size, recipe.seed()),
          new Minibatch(rows, size),
          new EarlyStop(options.earlyStopping(), traced.schedules().values()),
          new RatePlateau(options.plateau(), traced.schedules().values()));
    } catch (RuntimeException | Error e) {
      program.close();
      throw e;
    }
  }

  /** {@return how many numbers each row's measures have, by name} */
  Map<String, Integer> measureWidths() {
    Map<String, Integer> widths = new TreeMap<>();
    for (Map.Entry<String, Tensor> output : traced.graph().outputs().entrySet()) {
      if (output.getKey().startsWith(Tracer.ROW)) {
        String name = output.getKey().substring(Tracer.ROW.length());
        widths.put(name, output.getValue().shape().dropLeading(1).elements());
      }
    }
    return widths;
  }

  @Override
  public void close() {
    program.close();
    evaluator.close();
  }
}
