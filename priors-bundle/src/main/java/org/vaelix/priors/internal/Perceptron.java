package org.vaelix.priors.internal;

import java.util.List;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/**
 * A small network within a part. Its hidden layers use tanh: bounded, so that what is made of the
 * results cannot run away, and smooth.
 */
public final class Perceptron {
  private Perceptron() {}

  /**
   * {@return the results, (…, outputs); all 0 at first, so that training starts from the simplest
   * distribution}
   *
   * @param context scoped to the network
   * @param x (…, inputs)
   * @param hidden widths of the hidden layers; empty makes it linear
   * @param outputs how many
   */
  public static Tensor of(ModelContext context, Tensor x, List<Integer> hidden, int outputs) {
    int inputs = x.shape().size(-1);
    Tensor features = x.reshape(x.shape().elements() / inputs, inputs);
    for (int i = 0; i < hidden.size(); i++) {
      ModelContext layer = context.scope("dense" + i);
      features =
          Dense.layer(
                  layer,
                  features,
                  hidden.get(i),
                  Initialisers.glorotUniform(),
                  Initialisers.zeros())
              .tanh();
    }
    ModelContext last = context.scope("result");
    Tensor results =
        Dense.layer(last, features, outputs, Initialisers.zeros(), Initialisers.zeros());
    return results.reshape(x.shape().with(-1, outputs));
  }
}
