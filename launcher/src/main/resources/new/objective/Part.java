package {{package}};

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.model.Terms;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** A family of bounds between the importance-weighted one and the ELBO. */
@Component
@PartType("{{name}}")
@Doc(
    value = "The variational Rényi bound: α = 0 is the importance-weighted bound, α → 1 the ELBO.",
    formula = "loss = −1/(1 − α)·ln(1/K Σₖ wₖ^(1 − α)), wₖ = p(x | zₖ)·p(zₖ)/q(zₖ | x)",
    source = "Li and Turner 2016, the variational Rényi bound")
public final class {{class}} implements ObjectiveFactory<{{class}}.Config> {
  /** Its options. */
  public record Config(
      @Doc("order α of the divergence, at least 0 and below 1") double alpha,
      @Doc("draws K of z for each row, at least 1") int samples) {
    /** Checks the options. */
    public Config {
      Check.that(alpha >= 0 && alpha < 1, "alpha", "must be at least 0 and below 1, got " + alpha);
      Check.atLeast("samples", samples, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0.5, 5);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new Bound(config);
  }

  private record Bound(Config config) implements Objective {
    @Override
    public Terms terms(Inference inference) {
      Tensor z = inference.posterior().sample(config.samples());
      Reconstruction decoded = inference.decode(z);
      Tensor share = logWeights(inference, z, decoded).multiply(1 - config.alpha());
      Tensor bound =
          Functions.logSumExp(share, 0)
              .subtract(Math.log(config.samples()))
              .divide(1 - config.alpha());
      return new Terms(bound.negate(), Optional.empty(), measures(inference, z, decoded));
    }

    /** ln w of each draw, (samples, rows). */
    private static Tensor logWeights(Inference inference, Tensor z, Reconstruction decoded) {
      Tensor logPrior = inference.prior().logDensity(z, inference.batch().conditions()).sum(-1);
      Tensor logPosterior = inference.posterior().logDensity(z).sum(-1);
      Tensor logWeights = decoded.logDensity().add(logPrior).subtract(logPosterior);
      return innerKl(decoded).map(logWeights::subtract).orElse(logWeights);
    }

    /** The KL of latent variables within the decoder for each draw, (samples, rows). */
    private static Optional<Tensor> innerKl(Reconstruction decoded) {
      return decoded.kl().map(kl -> kl.sum(1).reshape(decoded.logDensity().shape()));
    }

    /** The ELBO and its two terms, (rows,) each, which every objective reports. */
    private static Map<String, Tensor> measures(
        Inference inference, Tensor z, Reconstruction decoded) {
      Tensor reconstruction = decoded.logDensity().mean(0);
      Tensor ofPosterior = inference.kl(z).sum(1);
      Tensor kl = innerKl(decoded).map(inner -> ofPosterior.add(inner.mean(0))).orElse(ofPosterior);
      Map<String, Tensor> measures = new LinkedHashMap<>();
      measures.put(Terms.ELBO, reconstruction.subtract(kl));
      measures.put(Terms.RECONSTRUCTION, reconstruction);
      measures.put(Terms.KL, kl);
      return measures;
    }
  }
}
