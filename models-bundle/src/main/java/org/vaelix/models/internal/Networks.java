package org.vaelix.models.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.PartSpec;

/**
 * The two networks of a model. One architecture that serves both directions is made once, so that
 * its decoder gets the skips of its encoder; those of another architecture would not fit.
 *
 * <p>Each network sees the conditions that the recipe gives it; the others are for parts that name
 * them.
 *
 * @param encoder from observations to latent variables
 * @param decoder back
 * @param declared the conditions that the recipe declares, by name
 * @param input what the encoder reads in the place of observations
 */
public record Networks(
    Architecture encoder,
    Architecture decoder,
    Map<String, Condition> declared,
    UnaryOperator<Tensor> input) {
  /**
   * {@return the networks}
   *
   * @param context of the model; architectures scope their variables themselves
   * @param both the architecture of both directions
   * @param encoder another one for this direction
   * @param decoder another one for this direction
   */
  public static Networks of(
      ModelContext context,
      PartSpec<Architecture> both,
      Optional<PartSpec<Architecture>> encoder,
      Optional<PartSpec<Architecture>> decoder) {
    if (encoder.isEmpty() && decoder.isEmpty()) {
      Architecture one = both.create(context);
      return new Networks(one, one, context.conditions(), UnaryOperator.identity());
    }
    return new Networks(
        encoder.orElse(both).create(context),
        decoder.orElse(both).create(context),
        context.conditions(),
        UnaryOperator.identity());
  }

  /**
   * {@return these networks with an encoder that reads observations as their likelihood says}
   *
   * @param likelihood of the model
   */
  public Networks reading(Scoped<Likelihood> likelihood) {
    return new Networks(
        encoder, decoder, declared, values -> likelihood.call(l -> l.encoderInput(values)));
  }

  /** {@return the encoder's results for the rows} */
  public Encoding encode(Batch batch, List<Head> heads) {
    Conditions seen = batch.conditions().only(name -> sees(name, Condition::isSeenByEncoder));
    Encoding encoding = encoder.encode(input.apply(batch.values()), seen, heads);
    check("encoder", heads, encoding.heads(), batch.rows());
    return encoding;
  }

  /**
   * {@return the decoder's results}
   *
   * @param z (draws × rows, latent size)
   * @param conditions of these
   * @param skips of the encoder, of these rows; empty without
   * @param heads what is asked for
   */
  public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
    List<Tensor> fitting = usesSkips(skips) ? skips : List.of();
    Conditions seen = conditions.only(name -> sees(name, Condition::isSeenByDecoder));
    Decoding decoding = decoder.decode(z, seen, fitting, heads);
    check("decoder", heads, decoding.heads(), conditions.rows());
    return decoding;
  }

  /**
   * {@return whether the decoder is given these skips}
   *
   * @param skips of the encoder, empty without
   */
  public boolean usesSkips(List<Tensor> skips) {
    return encoder == decoder && !skips.isEmpty();
  }

  private boolean sees(String name, Predicate<Condition> network) {
    Condition condition = declared.get(name);
    return condition == null || network.test(condition);
  }

  /** An author's mistake is told apart here, before a formula elsewhere stumbles over it. */
  private static void check(String network, List<Head> asked, Map<String, Tensor> given, int rows) {
    for (Head head : asked) {
      Tensor result = given.get(head.name());
      Shape expected = head.shape().prepend(rows);
      if (result == null || !result.shape().equals(expected)) {
        String found = result == null ? "nothing" : "shape " + result.shape();
        throw new ModelException(
            String.format(
                "the %s must give head '%s' as %s, it gave %s; its architecture is at fault",
                network, head.name(), expected, found));
      }
    }
  }
}
