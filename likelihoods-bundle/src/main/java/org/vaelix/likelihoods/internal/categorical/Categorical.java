package org.vaelix.likelihoods.internal.categorical;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.likelihoods.internal.ConstantProfile;

/**
 * Independent variables of K classes each, one column for each class. Columns, rather than one of
 * class numbers, since an encoder can read them, the means of the training rows are the classes'
 * frequencies, and expected values their probabilities.
 *
 * @param classes K
 * @param context of the likelihood
 */
record Categorical(int classes, ModelContext context) implements Likelihood {
  private static final String LOGITS = "logits";

  @Override
  public List<Head> heads() {
    return List.of(Head.of(LOGITS, context.eventShape(), logits(context.moments())));
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    return CategoricalDistribution.of(heads.get(LOGITS), classes);
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Tensor logits = ConstantProfile.of(context, conditions.rows(), logits(moments));
    return CategoricalDistribution.of(logits, classes);
  }

  /** The logarithms of the frequencies, which are the probabilities of greatest likelihood. */
  private static double[] logits(Moments moments) {
    double smallest = ConstantProfile.smallestMean(moments);
    return Arrays.stream(moments.mean()).map(p -> Math.log(Math.max(p, smallest))).toArray();
  }

  @Override
  public Support support() {
    return Support.BINARY;
  }

  /** A variable of which some columns are missing has at most one 1. */
  @Override
  public Optional<String> conflict(double[] row) {
    for (int from = 0; from < row.length; from += classes) {
      double[] variable = Arrays.copyOfRange(row, from, from + classes);
      double ones = Arrays.stream(variable).filter(v -> v == 1).count();
      boolean isWhole = Arrays.stream(variable).noneMatch(Double::isNaN);
      if (ones > 1 || isWhole && ones == 0) {
        return Optional.of(
            String.format(
                "likelihood 'categorical' needs a single 1 among the %d columns of a variable, and"
                    + " %s has %.0f; mend the data",
                classes, name(from), ones));
      }
    }
    return Optional.empty();
  }

  private String name(int from) {
    List<String> columns = context.moments().columns();
    return columns.isEmpty()
        ? "that of columns " + (from + 1) + " to " + (from + classes)
        : "that of columns '"
            + columns.get(from)
            + "' to '"
            + columns.get(from + classes - 1)
            + "'";
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    double[] probability = parameters.get(CategoricalDistribution.PROBABILITY);
    Arrays.fill(values, 0);
    for (int from = 0; from < values.length; from += classes) {
      values[from + drawn(probability, from, random)] = 1;
    }
  }

  private int drawn(double[] probability, int from, RandomGenerator random) {
    double left = random.nextDouble();
    for (int k = 0; k < classes - 1; k++) {
      left -= probability[from + k];
      if (left < 0) {
        return k;
      }
    }
    return classes - 1;
  }
}
