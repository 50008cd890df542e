package org.example.thirdparty;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** A prior with heavier tails than the normal distribution's. */
@Component
@PartType("logistic")
@Doc(
    value = "Independent latent variables with logistic distributions around 0.",
    formula = "p(z) = e^(−z/s) / (s (1 + e^(−z/s))²), by dimension",
    source = "Johnson, Kotz and Balakrishnan 1995, chapter 23")
public final class LogisticPrior implements PriorFactory<LogisticPrior.Config> {
  /** Its options. */
  public record Config(@Doc("scale s > 0, in latent units") double scale) {
    /** Checks the options. */
    public Config {
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new Density(config.scale(), context);
  }

  private record Density(double scale, ModelContext context) implements Prior {
    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      // ln p = −z/s − 2 ln(1 + e^(−z/s)) − ln s; softplus stays finite however large z is.
      Tensor t = z.divide(scale).negate();
      return t.subtract(t.softplus().multiply(2)).subtract(Math.log(scale));
    }

    @Override
    public Tensor sample(Conditions conditions) {
      // The inverse of the distribution function: z = s ln(u / (1 − u)).
      Tensor u = context.uniform("noise", Shape.of(conditions.rows(), context.latentSize()));
      return u.log().subtract(u.negate().log1p()).multiply(scale);
    }
  }
}
