package org.vaelix.testkit;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;

/** N(head, 1), right or with one fault, to see whether the contract finds it. */
record NormalLikelihood(ModelContext context, Fault fault) implements Likelihood {
  enum Fault {
    NONE,
    CONSTANT_FORGOTTEN,
    VARIANCE_WRONG,
    DRAWS_TOO_WIDE,
    NO_GRADIENT,
    OVERFLOWS,
    NULL_MODEL_OFF,
    ROWS_MIXED,
    VALUES_MIXED
  }

  @Override
  public List<Head> heads() {
    return List.of(Head.of("mean", context.eventShape(), context.moments().mean()));
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    Tensor mean = heads.get("mean");
    return switch (fault) {
      case NO_GRADIENT -> new Values(mean.stopGradient(), fault);
      case OVERFLOWS -> new Values(mean.add(mean.exp().multiply(1e-12)), fault);
      case ROWS_MIXED -> new Values(mean.add(mean.range(0, 0, 1)).multiply(0.5), fault);
      default -> new Values(mean, fault);
    };
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Shape event = context.eventShape();
    Tensor mean = context.graph().constant(event, moments.mean());
    double off = fault == Fault.NULL_MODEL_OFF ? 0.5 : 0;
    return new Values(mean.add(off).broadcast(event.prepend(conditions.rows())), fault);
  }

  @Override
  public Support support() {
    return Support.REAL;
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double width = fault == Fault.DRAWS_TOO_WIDE ? 1.1 : 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = parameters.get("mean")[i] + width * random.nextGaussian();
    }
  }

  private record Values(Tensor mean, Fault fault) implements ConditionalDistribution {
    @Override
    public Tensor logDensity(Tensor values) {
      double constant = fault == Fault.CONSTANT_FORGOTTEN ? 0 : 0.5 * Math.log(2 * Math.PI);
      Tensor own =
          fault == Fault.VALUES_MIXED ? values.add(values.range(0, 1, 2).multiply(0.1)) : values;
      return own.subtract(mean).square().multiply(-0.5).subtract(constant);
    }

    @Override
    public Tensor variance() {
      return mean.graph().constant(fault == Fault.VARIANCE_WRONG ? 1.2 : 1);
    }

    @Override
    public Map<String, Tensor> parameters() {
      return Map.of("mean", mean);
    }
  }
}
