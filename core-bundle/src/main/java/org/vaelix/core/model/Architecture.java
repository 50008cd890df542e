package org.vaelix.core.model;

import java.util.List;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * The networks between data and latent space. Implemented by architecture bundles, called by
 * models; its contract is {@code ArchitectureContract} in the testkit. An architecture may offer
 * only one of the two directions: it leaves the other's method as it is here, and a recipe then
 * names another one for that direction.
 *
 * <p>It declares its encoder's variables in the scope {@code encoder} of its context and its
 * decoder's in {@code decoder}, so that names do not depend on whether a recipe uses one
 * architecture for both directions or two.
 */
@PartKind("architecture")
public interface Architecture {
  /**
   * {@return the encoder's results}
   *
   * @param values (rows, event shape…)
   * @param conditions of the rows
   * @param heads what is asked for
   * @throws ModelException if it has no encoder
   */
  default Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    throw new ModelException(
        "architecture " + getClass().getSimpleName() + " has no encoder; name one as 'encoder'");
  }

  /**
   * {@return the decoder's results}
   *
   * @param z (rows, latent size)
   * @param conditions of the rows
   * @param skips what this architecture's encoder gave for the same rows; empty when there is no
   *     input to skip from
   * @param heads what is asked for
   * @throws ModelException if it has no decoder
   */
  default Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
    throw new ModelException(
        "architecture " + getClass().getSimpleName() + " has no decoder; name one as 'decoder'");
  }
}
