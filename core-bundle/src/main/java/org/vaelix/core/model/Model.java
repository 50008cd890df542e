package org.vaelix.core.model;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * A kind of model, composed of its parts for one trace. Implemented by model bundles; called by the
 * core, which traces a training step, an evaluation, an encoding or a generation.
 */
@PartKind("model")
public interface Model {
  /** Name of the code in {@link #encode}: the latent variables, or their posterior mean. */
  String MEAN = "mean";

  /** Name of the posterior variance in {@link #encode}, of variational models. */
  String VARIANCE = "variance";

  /** {@return the size of the latent space} */
  int latentSize();

  /** {@return how observations scatter around what the decoder says} */
  Likelihood likelihood();

  /**
   * {@return the loss and the measures of a batch}
   *
   * @param batch the rows
   */
  Terms terms(Batch batch);

  /**
   * {@return the code of each row: {@link #MEAN}, (rows, latent size), and what else there is}
   *
   * @param batch the rows
   */
  Map<String, Tensor> encode(Batch batch);

  /**
   * {@return the distribution of each row, decoded from its code}
   *
   * @param batch the rows
   */
  ConditionalDistribution reconstruct(Batch batch);

  /**
   * {@return ln (p(x, z) / q(z | x)) of draws z of the posterior, (draws, rows), in nats: the
   * importance weights whose mean estimates p(x) (Burda, Grosse and Salakhutdinov 2016, equation
   * 8)}
   *
   * @param batch the rows
   * @param draws how many for each row
   * @throws ModelException if this kind of model, or one of its parts, has not all these densities
   */
  default Tensor logWeights(Batch batch, int draws) {
    throw new ModelException(
        "this kind of model has no densities of latent variables, from which ln p(x) would be"
            + " estimated; a variational one, such as vae, has them");
  }

  /**
   * {@return the model applied to rows, for analyses}
   *
   * @param batch the rows
   * @throws ModelException if this kind of model has no distributions of latent variables
   */
  default Inference inference(Batch batch) {
    throw new ModelException(
        "this kind of model has no distributions of latent variables to analyse; a variational one,"
            + " such as vae, has them");
  }

  /**
   * {@return the distribution of new rows, decoded from draws of the prior}
   *
   * @param conditions of the rows to be generated
   * @throws ModelException if this kind of model has no prior to draw from
   */
  ConditionalDistribution generate(Conditions conditions);

  /**
   * {@return the distribution of new rows, decoded from draws of the prior and the skips of given
   * rows, under the conditions of these}
   *
   * @param like the rows whose skips are borrowed
   * @throws ModelException if this kind of model has no prior to draw from, or no skips
   */
  default ConditionalDistribution generate(Batch like) {
    throw new ModelException(
        "this kind of model has no prior to draw from; train model kind 'vae' to generate");
  }
}
