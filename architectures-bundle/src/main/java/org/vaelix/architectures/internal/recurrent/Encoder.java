package org.vaelix.architectures.internal.recurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.architectures.internal.Dropout;
import org.vaelix.architectures.internal.recurrent.RecurrentArchitecture.Config;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/**
 * Reads a sequence forwards and backwards. What it says of the initial condition is linear in both
 * last states, what it says of a bin's latent variables in both states at that bin.
 *
 * @param config of the architecture
 * @param sequence the observations
 * @param context scoped to the encoder
 */
record Encoder(Config config, Sequence sequence, ModelContext context) {
  Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    Dropout hiding = new Dropout(context, config.coordinatedDropout());
    if (!hiding.isActive()) {
      return new Encoding(heads(values, conditions, heads), List.of());
    }
    Tensor seen = hiding.kept("seen", values.shape());
    return new Encoding(heads(hiding.scaled(values, seen), conditions, heads), List.of(seen));
  }

  private Map<String, Tensor> heads(Tensor values, Conditions conditions, List<Head> heads) {
    Dropout dropout = new Dropout(context, config.dropout());
    Tensor input = sequence.withConditions(dropout.apply("inputKept", values), conditions);
    List<Tensor> steps = new ArrayList<>(sequence.steps(input));
    List<Tensor> forwards = states("forwards", steps);
    Collections.reverse(steps);
    List<Tensor> backwards = new ArrayList<>(states("backwards", steps));
    Tensor last = sideBySide(forwards, backwards, steps.size() - 1);
    Tensor summary = dropout.apply("summaryKept", last);
    if (config.perBin() == 0) {
      return Dense.heads(context, summary, heads, weights());
    }
    Collections.reverse(backwards);
    List<Tensor> both = new ArrayList<>();
    for (int bin = 0; bin < steps.size(); bin++) {
      both.add(sideBySide(forwards, backwards, bin));
    }
    Tensor perBin = dropout.apply("statesKept", sequence.joined(both));
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (Head head : heads) {
      results.put(head.name(), head(head, summary, perBin));
    }
    return results;
  }

  private List<Tensor> states(String direction, List<Tensor> steps) {
    ModelContext here = context.scope(direction);
    int units = config.encoder();
    Shape step = steps.get(0).shape();
    Gru gru = Gru.of(here, step.size(1), units, config.initialiser());
    Tensor first = here.parameter("first", Shape.of(units), Initialisers.zeros());
    Tensor state = first.broadcast(Shape.of(step.size(0), units));
    List<Tensor> states = new ArrayList<>();
    for (Tensor x : steps) {
      state = gru.next(state, Optional.of(x));
      states.add(state);
    }
    return states;
  }

  private static Tensor sideBySide(List<Tensor> forwards, List<Tensor> backwards, int index) {
    Tensor forward = forwards.get(index);
    return forward.graph().concat(1, List.of(forward, backwards.get(index)));
  }

  /**
   * One number for each latent variable: those of bins with the same weights in all bins. Heads of
   * other shapes say nothing of a single bin, and come from the last states.
   */
  private Tensor head(Head head, Tensor summary, Tensor perBin) {
    int latent = context.latentSize();
    if (!head.shape().equals(Shape.of(latent))) {
      return Dense.heads(context, summary, List.of(head), weights()).get(head.name());
    }
    int rows = summary.shape().size(0);
    int bins = sequence.bins();
    int inputs = bins * config.perBin();
    ModelContext here = context.scope(head.name());
    Initialiser initial = part(head, 0, latent - inputs, 1);
    Initialiser input = part(head, latent - inputs, config.perBin(), bins);
    Tensor condition =
        Dense.layer(here.scope("initial"), summary, latent - inputs, weights(), initial);
    Tensor flat = perBin.reshape(rows * bins, 2 * config.encoder());
    Tensor series = Dense.layer(here.scope("perBin"), flat, config.perBin(), weights(), input);
    return summary.graph().concat(1, List.of(condition, series.reshape(rows, inputs)));
  }

  /** The first values of a part of a head's bias, means over the bins that share them. */
  private static Initialiser part(Head head, int from, int width, int times) {
    return (shape, random) -> {
      double[] all = head.bias().values(head.shape(), random);
      double[] means = new double[width];
      for (int i = 0; i < width * times; i++) {
        means[i % width] += all[from + i] / times;
      }
      return means;
    };
  }

  private Initialiser weights() {
    return config.initialiser().weights();
  }
}
