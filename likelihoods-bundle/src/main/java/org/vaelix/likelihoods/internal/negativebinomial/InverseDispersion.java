package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.SoftBounds;
import org.vaelix.likelihoods.internal.ConstantProfile;

/**
 * Where the inverse dispersions θ come from: one variable {@code logInverseDispersion}, or a head
 * of that name.
 *
 * @param dispersion what has a θ of its own
 * @param group the condition column, if groups have
 * @param context of the likelihood
 */
public record InverseDispersion(
    Dispersion dispersion, Optional<String> group, ModelContext context) {
  static final String LOG_INVERSE_DISPERSION = "logInverseDispersion";

  /**
   * Of ln θ: counts of no excess would pull θ to infinity, and where it starts to matter no more.
   */
  static final SoftBounds BOUNDS = new SoftBounds(Math.log(1e-8), Math.log(1e10));

  /** Over-dispersion below 1 % is set to that, so that θ starts where it has a gradient. */
  private static final double SMALLEST_EXCESS = 0.01;

  /**
   * Checks that there is such a condition.
   *
   * @throws org.vaelix.core.part.OptionException if there is none, or it is no category
   */
  public InverseDispersion {
    group.ifPresent(
        name -> context.condition("group", name).require("group", Condition.Kind.CATEGORY));
  }

  /** The head that the decoder is asked for, if θ is its business. */
  List<Head> heads(Moments moments) {
    if (dispersion != Dispersion.PER_VALUE) {
      return List.of();
    }
    return List.of(
        Head.of(LOG_INVERSE_DISPERSION, context.eventShape(), first(logEstimates(moments))));
  }

  /** θ, broadcastable to (rows, event shape…). */
  Tensor given(Map<String, Tensor> heads, Conditions conditions, Moments moments) {
    Tensor unbounded =
        switch (dispersion) {
          case SHARED -> learned(Shape.scalar(), first(logShared(moments)));
          case PER_FEATURE -> learned(context.eventShape(), first(logEstimates(moments)));
          case PER_GROUP -> ofGroups(conditions, moments);
          case PER_VALUE -> heads.get(LOG_INVERSE_DISPERSION);
        };
    return BOUNDS.apply(unbounded).exp();
  }

  private Tensor learned(Shape shape, double... first) {
    return context.parameter(LOG_INVERSE_DISPERSION, shape, Initialisers.values(first));
  }

  private Tensor ofGroups(Conditions conditions, Moments moments) {
    Tensor column = conditions.column(group.orElseThrow());
    int groups = column.shape().size(1);
    double[] ofOne = first(logEstimates(moments));
    double[] ofAll = new double[groups * ofOne.length];
    Arrays.setAll(ofAll, i -> ofOne[i % ofOne.length]);
    Tensor perGroup = learned(Shape.of(groups, ofOne.length), ofAll);
    return column.matmul(perGroup).reshape(context.eventShape().prepend(conditions.rows()));
  }

  /** θ of the null model, by the moments of the training rows, for each row. */
  Tensor ofNullModel(Moments moments, int rows) {
    double[] logs =
        dispersion == Dispersion.SHARED
            ? repeated(logShared(moments), moments.mean().length)
            : logEstimates(moments);
    return ConstantProfile.of(context, rows, Arrays.stream(logs).map(Math::exp).toArray());
  }

  /** From variance = μ + μ²/θ, for each value of an observation. */
  private static double[] logEstimates(Moments moments) {
    double[] logs = new double[moments.mean().length];
    Arrays.setAll(logs, j -> logRatio(square(mean(moments, j)), excess(moments, j)));
    return logs;
  }

  /** The same, both sides added up over the values first. */
  private static double logShared(Moments moments) {
    double squares = 0;
    double excess = 0;
    for (int j = 0; j < moments.mean().length; j++) {
      squares += square(mean(moments, j));
      excess += excess(moments, j);
    }
    return logRatio(squares, excess);
  }

  private static double logRatio(double squares, double excess) {
    double log = Math.log(squares / excess);
    return Math.min(Math.max(log, BOUNDS.low()), BOUNDS.high());
  }

  private static double mean(Moments moments, int j) {
    return Math.max(moments.mean()[j], ConstantProfile.smallestMean(moments));
  }

  private static double excess(Moments moments, int j) {
    double mean = mean(moments, j);
    return Math.max(moments.variance()[j] - mean, SMALLEST_EXCESS * mean);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double[] repeated(double number, int times) {
    double[] numbers = new double[times];
    Arrays.fill(numbers, number);
    return numbers;
  }

  /** The unbounded numbers that the bounds take to these logarithms. */
  private static double[] first(double... logs) {
    return Arrays.stream(logs).map(BOUNDS::inverse).toArray();
  }
}
