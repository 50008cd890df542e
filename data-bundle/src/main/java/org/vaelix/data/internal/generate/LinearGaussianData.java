package org.vaelix.data.internal.generate;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** The data source {@code linear-gaussian}. */
@Component
@PartType("linear-gaussian")
@Doc(
    value = "rows of a linear factor model with isotropic noise, whose optimum is known",
    formula = "x = W z + μ + ε, z ~ N(0, I), ε ~ N(0, noise² I)",
    source = "Tipping and Bishop 1999, Probabilistic principal component analysis, eq. 2")
public final class LinearGaussianData implements DataSourceFactory<LinearGaussianData.Config> {
  /** The options. */
  public record Config(
      @Doc("how many rows, at least 1") int rows,
      @Doc("values per row, at least 1") int features,
      @Doc("dimension of z, from 1 to features") int latent,
      @Doc("standard deviation of the noise in every feature, at least 0") double noise,
      @Doc("seed of the data; absent: the recipe's") Optional<Long> seed) {
    /** Checks the values. */
    public Config {
      Check.atLeast("rows", rows, 1);
      Check.atLeast("features", features, 1);
      Check.that(
          latent >= 1 && latent <= features,
          "latent",
          "must be from 1 to features (" + features + "), got " + latent);
      Check.between("noise", noise, 0, Double.MAX_VALUE);
      Check.that(
          (long) rows * features <= Integer.MAX_VALUE,
          "rows",
          "times features must be at most " + Integer.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1000, 20, 3, 0.5, Optional.empty());
  }

  @Override
  public DataSource create(Config config) {
    return context -> new LinearGaussian(config, config.seed().orElse(context.seed())).generate();
  }
}
