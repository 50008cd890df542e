package org.vaelix.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * How observations scatter around what the decoder says: p(x | z). Implemented by likelihood
 * bundles, called by models; its contract is {@code LikelihoodContract} in the testkit.
 */
@PartKind("likelihood")
public interface Likelihood {
  /** {@return what it asks the decoder for, each of the event's shape unless it says otherwise} */
  List<Head> heads();

  /**
   * {@return what an encoder is given in the place of observations: the observations unless
   * overridden. Heavy tails, such as those of counts, would carry an encoder where no gradient
   * leads back.}
   *
   * @param values observations, (rows, event shape…); any real numbers where a mask fills them in
   */
  default Tensor encoderInput(Tensor values) {
    return values;
  }

  /**
   * {@return the distribution of the rows}
   *
   * @param heads (rows, the head's shape…) each, by name
   * @param conditions of the rows
   */
  ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions);

  /**
   * {@return the null model: a constant profile, which looks at no row. Every result is compared
   * with it.}
   *
   * @param moments of the training rows
   * @param conditions of the rows to be scored
   */
  ConditionalDistribution nullModel(Moments moments, Conditions conditions);

  /** {@return which values it admits} */
  Support support();

  /**
   * {@return which values it admits at one place of an observation: the same everywhere unless
   * overridden}
   *
   * @param value index within the row, in row-major order
   */
  default Support support(int value) {
    return support();
  }

  /**
   * {@return what is wrong with a row whose values are admitted one by one, and the remedy; empty,
   * since nothing is, unless overridden}
   *
   * @param row in row-major order of the event; NaN where a value is missing
   */
  default Optional<String> conflict(double[] row) {
    return Optional.empty();
  }

  /**
   * Draws the values of one row.
   *
   * @param parameters {@link ConditionalDistribution#parameters} for that row, each in row-major
   *     order of the event
   * @param values the drawn values, overwritten
   * @param random the only source of randomness
   */
  void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random);
}
