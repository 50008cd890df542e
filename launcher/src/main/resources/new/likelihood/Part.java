package {{package}};

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.SoftBounds;
import org.vaelix.core.model.Support;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Counts whose variance outgrows their mean. */
@Component
@PartType("{{name}}")
@Doc(
    value = "Independent geometric counts, whose variance is mean·(1 + mean).",
    formula = "ln p(x | z) = −x·softplus(−l(z)) − softplus(l(z)), l = ln mean",
    source = "Johnson, Kemp and Kotz 2005, section 5.2")
public final class {{class}} implements LikelihoodFactory<{{class}}.Config> {
  /** Its options. */
  public record Config(
      @Doc("a bound b > 0: |ln mean| is kept below it, whatever the decoder says") double bound) {
    /** Checks the options. */
    public Config {
      Check.positive("bound", bound);
    }
  }

  @Override
  public Config defaults() {
    return new Config(20);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return new Geometric(new SoftBounds(-config.bound(), config.bound()), context);
  }

  private record Geometric(SoftBounds bounds, ModelContext context) implements Likelihood {
    @Override
    public List<Head> heads() {
      // Training starts at the best constant: the decoder's bias gives the training rows' means.
      double[] bias =
          Arrays.stream(logMeans(context.moments())).map(l -> bounds.inverse(l)).toArray();
      return List.of(Head.of("logMean", context.eventShape(), bias));
    }

    /** ln of each value's mean; a value that is 0 in every training row is rare, not impossible. */
    private static double[] logMeans(Moments moments) {
      double smallest = 0.5 / moments.rows();
      return Arrays.stream(moments.mean()).map(m -> Math.log(Math.max(m, smallest))).toArray();
    }

    @Override
    public Tensor encoderInput(Tensor values) {
      return values.maximum(0).log1p();
    }

    @Override
    public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
      return new Distribution(bounds.apply(heads.get("logMean")));
    }

    @Override
    public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
      Shape event = context.eventShape();
      Tensor logMean = context.graph().constant(event, logMeans(moments));
      return new Distribution(logMean.broadcast(event.prepend(conditions.rows())));
    }

    @Override
    public Support support() {
      return Support.COUNTS;
    }

    @Override
    public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
      // The inverse of the distribution function; 1 + 1/mean is one over the share that goes on.
      double[] mean = parameters.get("mean");
      for (int i = 0; i < values.length; i++) {
        double waited = -StrictMath.log(1 - random.nextDouble());
        values[i] = Math.floor(waited / StrictMath.log1p(1 / mean[i]));
      }
    }
  }

  /** p(x | z) for a batch of rows. */
  private record Distribution(Tensor logMean) implements ConditionalDistribution {
    @Override
    public Tensor logDensity(Tensor values) {
      // ln(mean/(1 + mean)) = −softplus(−l) and ln(1/(1 + mean)) = −softplus(l) never overflow.
      Tensor goesOn = values.multiply(logMean.negate().softplus());
      return goesOn.add(logMean.softplus()).negate();
    }

    @Override
    public Tensor mean() {
      return logMean.exp();
    }

    @Override
    public Tensor variance() {
      return mean().multiply(mean().add(1));
    }

    @Override
    public Map<String, Tensor> parameters() {
      return Map.of("mean", mean());
    }
  }
}
