package org.vaelix.priors.internal.anisotropic;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code anisotropic-gaussian}. */
@Component
@PartType("anisotropic-gaussian")
@Doc(
    value =
        "Independent normal latent variables around 0 whose widths differ from block to block, which"
            + " leaves rotations only within a block.",
    formula = "p(z) = N(0, diag v), v_j = variance of j's block; geometric: a·r^block",
    source = "on rotations: Lucas et al. 2019; Rolinek, Zietlow and Martius 2019")
public final class AnisotropicGaussianPrior
    implements PriorFactory<AnisotropicGaussianPrior.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "sizes of the blocks, each at least 1, together the latent size; the variance is the"
                  + " same within a block. Empty: each dimension is its own block")
          List<Integer> blocks,
      @Doc(
              "variance of each block, above 0, in squared latent units, no two alike. Empty: geometric,"
                  + " a·r^block")
          List<Double> variances,
      @Doc("variance a > 0 of the first block of a geometric series, in squared latent units")
          double largest,
      @Doc("ratio r of neighbouring blocks in a geometric series, above 0 and below 1")
          double ratio,
      @Doc("whether training changes the variances; they start as given, and stay in falling order")
          boolean learned) {
    /** Checks the options. */
    public Config {
      blocks = List.copyOf(blocks);
      variances = List.copyOf(variances);
      blocks.forEach(size -> Check.atLeast("blocks", size, 1));
      variances.forEach(variance -> Check.positive("variances", variance));
      Check.that(
          variances.stream().distinct().count() == variances.size(),
          "variances",
          "must differ from one another; put dimensions of one variance into one block");
      Check.positive("largest", largest);
      Check.that(ratio > 0 && ratio < 1, "ratio", "must be above 0 and below 1, got " + ratio);
      Check.that(
          !learned || Spectrum.isFalling(variances),
          "variances",
          "must fall from block to block if they are learned");
    }
  }

  @Override
  public Config defaults() {
    return new Config(List.of(), List.of(), 1, 0.8, false);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new AnisotropicGaussian(Spectrum.of(config, context).logVariances(), context);
  }
}
