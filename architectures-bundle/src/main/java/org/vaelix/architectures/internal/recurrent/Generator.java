package org.vaelix.architectures.internal.recurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vaelix.architectures.internal.Dropout;
import org.vaelix.architectures.internal.recurrent.RecurrentArchitecture.Config;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/**
 * A dynamical system that runs from z through all bins.
 *
 * @param config of the architecture
 * @param sequence the observations
 * @param context scoped to the decoder
 */
record Generator(Config config, Sequence sequence, ModelContext context) {
  /** Keeps the length of a factor's weights away from 0. */
  private static final double EPSILON = 1e-12;

  /**
   * {@return the factors, (rows, bins, factors)}
   *
   * @param z (rows, latent size)
   * @param conditions of the rows, which join z
   */
  Tensor factors(Tensor z, Conditions conditions) {
    int inputs = sequence.bins() * config.perBin();
    int initial = z.shape().size(1) - inputs;
    Tensor state =
        Dense.layer(
            context.scope("initial"),
            conditions.appendTo(inputs == 0 ? z : z.range(1, 0, initial)),
            config.generator(),
            config.initialiser().weights(),
            Initialisers.zeros());
    Gru gru =
        Gru.of(
            context.scope("generator"), config.perBin(), config.generator(), config.initialiser());
    List<Optional<Tensor>> steps = inputs(z, initial);
    List<Tensor> states = new ArrayList<>();
    for (Optional<Tensor> step : steps) {
      state = gru.next(state, step);
      states.add(state);
    }
    Dropout dropout = new Dropout(context, config.dropout());
    return readOut(dropout.apply("statesKept", sequence.joined(states)));
  }

  private List<Optional<Tensor>> inputs(Tensor z, int initial) {
    if (config.perBin() == 0) {
      return Collections.nCopies(sequence.bins(), Optional.empty());
    }
    Tensor series =
        z.range(1, initial, z.shape().size(1))
            .reshape(z.shape().size(0), sequence.bins(), config.perBin());
    return sequence.steps(series).stream().map(Optional::of).toList();
  }

  private Tensor readOut(Tensor states) {
    if (config.factors().isEmpty()) {
      return states;
    }
    int count = config.factors().get();
    Shape shape = Shape.of(config.generator(), count);
    ModelContext here = context.scope("factors");
    try (Graph.Scope scope = here.open()) {
      Tensor weight = here.parameter("weight", shape, config.initialiser().weights());
      Tensor used = config.normalised() ? unitColumns(weight) : weight;
      int rows = states.shape().size(0);
      int bins = sequence.bins();
      return states
          .reshape(rows * bins, config.generator())
          .matmul(used)
          .reshape(rows, bins, count);
    }
  }

  private static Tensor unitColumns(Tensor weight) {
    return weight.divide(weight.square().sumKeeping(0).add(EPSILON).sqrt());
  }
}
