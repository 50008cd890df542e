package org.vaelix.models.internal.autoencoder;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelFactory;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Regulariser;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the model kind {@code autoencoder}. */
@Component
@PartType("autoencoder")
@Doc(
    value = "An autoencoder: one code per row, no prior, nothing to sample from.",
    formula = "loss = −ln p(x | z) + what regularisers add, z = encoder(x)",
    source = "Hinton and Salakhutdinov 2006")
public final class AutoencoderModel implements ModelFactory<AutoencoderModel.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of code variables, at least 1") int latent,
      @Doc("networks of both directions") PartSpec<Architecture> architecture,
      @Doc("another architecture for the encoder") Optional<PartSpec<Architecture>> encoder,
      @Doc("another architecture for the decoder") Optional<PartSpec<Architecture>> decoder,
      @Doc("how observations scatter around what the decoder says") PartSpec<Likelihood> likelihood,
      @Doc("where code variables lie: linear (everywhere), sigmoid (0 to 1) or relu (from 0 on)")
          CodeRange code,
      @Doc("what keeps it from copying, any number of: sparse, denoising, contractive")
          List<PartSpec<Regulariser>> regularisers) {
    /** Checks the options. */
    public Config {
      Check.atLeast("latent", latent, 1);
      regularisers = List.copyOf(regularisers);
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
        CodeRange.LINEAR,
        List.of());
  }

  @Override
  public Model create(Config config, ModelContext context) {
    return Autoencoder.of(config, context.withLatentSize(config.latent()));
  }
}
