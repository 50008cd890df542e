package org.vaelix.priors.internal.vamp;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Recognition;
import org.vaelix.priors.internal.Choice;
import org.vaelix.priors.internal.Layout;

/**
 * 1/K Σ_k q(z | u_k), the same whatever the conditions: where the encoder sees conditions, each
 * pseudo-input has trained ones of its own. It knows no closed form of a KL.
 *
 * @param components K
 * @param context of the trace
 * @param recognition q(z | x) of the model; absent until the model lends it
 */
record Vamp(int components, ModelContext context, Optional<Recognition> recognition)
    implements Prior {
  @Override
  public Prior with(Recognition lent) {
    return new Vamp(components, context, Optional.of(lent));
  }

  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    LatentDistribution q = posterior(pseudoInputs(), pseudoConditions());
    int rank = z.shape().rank();
    Shape beside = Layout.row(z).shape().with(rank - 1, components);
    Tensor byComponent = q.logDensity(Layout.row(z).broadcast(beside)).sum(-1);
    Tensor logSum = Functions.logSumExp(byComponent, -1);
    return logSum.subtract(Math.log(components)).reshape(z.shape().with(-1, 1));
  }

  /** Each row draws a pseudo-input, then z from the posterior of that. */
  @Override
  public Tensor sample(Conditions conditions) {
    int rows = conditions.rows();
    Tensor uniform = context.uniform("component", Shape.of(rows, 1));
    Tensor equal = context.graph().constant(1.0 / components).broadcast(Shape.of(components));
    Tensor chosen = Choice.of(uniform, equal);
    Tensor inputs = Functions.flatten(pseudoInputs());
    Tensor values = chosen.matmul(inputs).reshape(context.eventShape().prepend(rows));
    Map<String, Tensor> columns = new LinkedHashMap<>();
    pseudoConditions()
        .columns()
        .forEach((name, column) -> columns.put(name, chosen.matmul(column)));
    LatentDistribution q = posterior(values, new Conditions(rows, columns));
    return q.sample(1).reshape(rows, context.latentSize());
  }

  private LatentDistribution posterior(Tensor values, Conditions conditions) {
    return recognition
        .orElseThrow(
            () ->
                new ModelException(
                    "prior 'vamp' is made of posteriors, and this model lends it no encoder; use it"
                        + " with the model 'vae'"))
        .of(values, conditions);
  }

  /** (K, event shape…), at first normal with mean and variance of the data. */
  private Tensor pseudoInputs() {
    Shape shape = context.eventShape().prepend(components);
    return context.parameter("pseudoInputs", shape, (s, random) -> likeData(s, random));
  }

  private double[] likeData(Shape shape, RandomGenerator random) {
    double[] mean = context.moments().mean();
    double[] variance = context.moments().variance();
    double[] values = new double[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      int j = i % mean.length;
      values[i] = mean[j] + Math.sqrt(variance[j]) * random.nextGaussian();
    }
    return values;
  }

  /** Of each pseudo-input, (K, width) for each condition; at first the mean over training rows. */
  private Conditions pseudoConditions() {
    Map<String, Tensor> columns = new LinkedHashMap<>();
    for (Condition condition : context.conditions().values()) {
      if (condition.isSeenByEncoder()) {
        Shape shape = Shape.of(components, condition.width());
        columns.put(
            condition.name(),
            context
                .scope("pseudoConditions")
                .parameter(condition.name(), shape, (s, random) -> repeated(condition.mean())));
      }
    }
    return new Conditions(components, columns);
  }

  private double[] repeated(double[] numbers) {
    double[] all = new double[components * numbers.length];
    Arrays.setAll(all, i -> numbers[i % numbers.length]);
    return all;
  }
}
