package org.vaelix.models.internal.vae;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelFactory;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the model kind {@code vae}. */
@Component
@PartType("vae")
@Doc(
    value = "A variational autoencoder: an encoder of posteriors, a prior and a decoder.",
    formula = "p(x) = ∫ p(x | z) p(z) dz, approximated with q(z | x)",
    source = "Kingma and Welling 2014; Rezende, Mohamed and Wierstra 2014")
public final class VaeModel implements ModelFactory<VaeModel.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of latent variables, at least 1") int latent,
      @Doc("networks of both directions") PartSpec<Architecture> architecture,
      @Doc("another architecture for the encoder") Optional<PartSpec<Architecture>> encoder,
      @Doc("another architecture for the decoder") Optional<PartSpec<Architecture>> decoder,
      @Doc("how observations scatter around what the decoder says") PartSpec<Likelihood> likelihood,
      @Doc("distribution of the latent variables before any data") PartSpec<Prior> prior,
      @Doc("family of the distributions that the encoder gives") PartSpec<Posterior> posterior,
      @Doc("what is trained for") PartSpec<Objective> objective,
      @Doc("the KL term: closed-form, monte-carlo, or auto for whichever is possible")
          KlEstimate kl) {
    /** Checks the options. */
    public Config {
      Check.atLeast("latent", latent, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(
        8,
        PartSpec.of("mlp"),
        Optional.empty(),
        Optional.empty(),
        PartSpec.of("gaussian"),
        PartSpec.of("isotropic-gaussian"),
        PartSpec.of("diagonal-gaussian"),
        PartSpec.of("elbo"),
        KlEstimate.AUTO);
  }

  @Override
  public Model create(Config config, ModelContext context) {
    return Vae.of(config, context.withLatentSize(config.latent()));
  }
}
