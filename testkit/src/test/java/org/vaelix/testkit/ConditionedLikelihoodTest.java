package org.vaelix.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;

/** The contract holds for a likelihood that takes a condition into its mean. */
class ConditionedLikelihoodTest extends LikelihoodContract {
  @Override
  protected List<Condition> declared() {
    return List.of(PartHarness.condition("offset", Condition.Kind.NUMBER, 1, 3));
  }

  @Override
  protected Likelihood create(ModelContext context) {
    Condition offset = context.condition("offset", "offset");
    offset.require("offset", Condition.Kind.NUMBER);
    return new Offset(new NormalLikelihood(context, NormalLikelihood.Fault.NONE), offset.mean()[0]);
  }

  @Override
  protected Measure measure() {
    return Measure.DENSITY;
  }

  @Override
  protected double[][] trainingRows() {
    return new double[][] {{1, 5}, {2, 4}, {4, 4.5}};
  }

  /** The offset of a row, less the training rows' mean offset, moves its mean. */
  private record Offset(NormalLikelihood normal, double mean) implements Likelihood {
    @Override
    public List<Head> heads() {
      return normal.heads();
    }

    @Override
    public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
      return moved(normal.given(heads, conditions), conditions);
    }

    @Override
    public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
      return moved(normal.nullModel(moments, conditions), conditions);
    }

    private ConditionalDistribution moved(ConditionalDistribution plain, Conditions conditions) {
      Tensor offset = conditions.column("offset").subtract(mean).multiply(0.01);
      return new Moved(plain, offset);
    }

    @Override
    public Support support() {
      return normal.support();
    }

    @Override
    public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
      normal.sample(parameters, values, random);
      for (int i = 0; i < values.length; i++) {
        values[i] += parameters.get("offset")[i];
      }
    }
  }

  private record Moved(ConditionalDistribution plain, Tensor offset)
      implements ConditionalDistribution {
    @Override
    public Tensor logDensity(Tensor values) {
      return plain.logDensity(values.subtract(offset));
    }

    @Override
    public Tensor mean() {
      return plain.mean().add(offset);
    }

    @Override
    public Tensor variance() {
      return plain.variance();
    }

    @Override
    public Map<String, Tensor> parameters() {
      Map<String, Tensor> parameters = new LinkedHashMap<>(plain.parameters());
      parameters.put("offset", offset);
      return parameters;
    }
  }
}
