package org.vaelix.models.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Support;

/** The simplest parts a model can be made of, so that its tests need no other bundle. */
public final class ToyParts {
  static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private ToyParts() {}

  /** {@return a part that is made by a function} */
  public static <P> PartSpec<P> spec(String type, Function<ModelContext, P> maker) {
    return new PartSpec<>() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public P create(ModelContext context) {
        return maker.apply(context);
      }
    };
  }

  /** Linear both ways, with a skip of the values that its decoder adds to every head. */
  public record Linear(ModelContext context, boolean skipping) implements Architecture {
    public static PartSpec<Architecture> spec(boolean skipping) {
      return ToyParts.spec("linear", context -> new Linear(context, skipping));
    }

    @Override
    public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
      List<Tensor> skips = skipping ? List.of(values) : List.of();
      return new Encoding(Dense.heads(context.scope("encoder"), values, heads), skips);
    }

    @Override
    public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
      Map<String, Tensor> results = Dense.heads(context.scope("decoder"), z, heads);
      if (!skips.isEmpty()) {
        results.replaceAll((name, result) -> result.add(skips.get(0)));
      }
      return Decoding.of(results);
    }
  }

  /** Gives a head of the wrong shape, and forgets another one. */
  public record Faulty(boolean forgets) implements Architecture {
    @Override
    public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
      return new Encoding(forgets ? Map.of() : Map.of(heads.get(0).name(), values), List.of());
    }
  }

  /** N(head, 1). */
  public record UnitNormal(ModelContext context) implements Likelihood {
    public static PartSpec<Likelihood> spec() {
      return ToyParts.spec("unit-normal", UnitNormal::new);
    }

    @Override
    public List<Head> heads() {
      return List.of(Head.of("mean", context.eventShape()));
    }

    @Override
    public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
      return new UnitNormalValues(heads.get("mean"));
    }

    @Override
    public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
      Shape event = context.eventShape();
      Tensor mean = context.graph().constant(event, moments.mean());
      return new UnitNormalValues(mean.broadcast(event.prepend(conditions.rows())));
    }

    @Override
    public Support support() {
      return Support.REAL;
    }

    @Override
    public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
      for (int i = 0; i < values.length; i++) {
        values[i] = parameters.get("mean")[i] + random.nextGaussian();
      }
    }
  }

  private record UnitNormalValues(Tensor mean) implements ConditionalDistribution {
    @Override
    public Tensor logDensity(Tensor values) {
      return values.subtract(mean).square().multiply(-0.5).subtract(HALF_LOG_TWO_PI);
    }

    @Override
    public Tensor variance() {
      return mean.graph().constant(1);
    }

    @Override
    public Map<String, Tensor> parameters() {
      return Map.of("mean", mean);
    }
  }

  /** N(0, I), with or without a closed form, factorised or not. */
  public record StandardPrior(ModelContext context, boolean closedForm, boolean factorised)
      implements Prior {
    public static PartSpec<Prior> spec(boolean closedForm, boolean factorised) {
      return ToyParts.spec("toy", context -> new StandardPrior(context, closedForm, factorised));
    }

    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      Tensor terms = z.square().multiply(-0.5).subtract(HALF_LOG_TWO_PI);
      return factorised ? terms : terms.sumKeeping(-1);
    }

    @Override
    public Tensor sample(Conditions conditions) {
      return context.normal("noise", Shape.of(conditions.rows(), context.latentSize()));
    }

    @Override
    public Optional<Tensor> klFrom(LatentDistribution q, Conditions conditions) {
      return closedForm ? q.gaussian().map(StandardPrior::kl) : Optional.empty();
    }

    private static Tensor kl(GaussianMoments q) {
      Tensor spread = q.mean().square().add(q.variance());
      return spread.subtract(q.logDeterminant()).subtract(1).multiply(0.5);
    }
  }

  /** N(mean, diag e^logVariance). */
  public record NormalFamily(ModelContext context) implements Posterior {
    public static PartSpec<Posterior> spec() {
      return ToyParts.spec("toy", NormalFamily::new);
    }

    @Override
    public List<Head> heads() {
      Shape latent = Shape.of(context.latentSize());
      return List.of(Head.of("mean", latent), Head.of("logVariance", latent));
    }

    @Override
    public LatentDistribution given(Map<String, Tensor> heads) {
      return new Normal(context, heads.get("mean"), heads.get("logVariance"));
    }
  }

  private record Normal(ModelContext context, Tensor mean, Tensor logVariance)
      implements LatentDistribution {
    @Override
    public Tensor variance() {
      return logVariance.exp();
    }

    @Override
    public Tensor sample(int samples) {
      Tensor noise = context.normal("noise", mean.shape().prepend(samples));
      return mean.add(logVariance.multiply(0.5).exp().multiply(noise));
    }

    @Override
    public Tensor logDensity(Tensor z) {
      Tensor squared = z.subtract(mean).square().divide(variance());
      return squared.add(logVariance).multiply(-0.5).subtract(HALF_LOG_TWO_PI);
    }

    @Override
    public Optional<GaussianMoments> gaussian() {
      return Optional.of(new GaussianMoments(mean, variance(), logVariance));
    }
  }
}
