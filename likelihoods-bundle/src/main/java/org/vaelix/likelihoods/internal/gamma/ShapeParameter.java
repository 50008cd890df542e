package org.vaelix.likelihoods.internal.gamma;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.SoftBounds;
import org.vaelix.likelihoods.internal.ConstantProfile;

/**
 * Where the gamma distribution's k comes from: a number, the variable {@code logShape}, or a head
 * of that name. A learned k starts at mean²/variance of the training rows, where the null model
 * stays.
 *
 * @param fixed the number; absent where k is learned
 * @param varying what has a k of its own
 * @param context of the likelihood
 */
public record ShapeParameter(Optional<Double> fixed, Varying varying, ModelContext context) {
  /** The option's description. */
  public static final String SHAPE =
      "shape k > 0, 1/k being the squared coefficient of variation; without unit; absent: learned";

  /** The option's description. */
  public static final String VARYING =
      "what has a learned k of its own: shared (nothing), per-feature, or per-value (by the"
          + " decoder)";

  private static final String LOG_SHAPE = "logShape";

  /** Of ln k: a value that never changes would pull k to infinity. */
  private static final SoftBounds BOUNDS = new SoftBounds(Math.log(1e-3), Math.log(1e6));

  /** What has a shape of its own. */
  public enum Varying {
    /** Nothing: one for all values. */
    SHARED,
    /** Each value of an observation. */
    PER_FEATURE,
    /** Each value of each row, given by the decoder. */
    PER_VALUE
  }

  /** The head that the decoder is asked for, if k is its business. */
  List<Head> heads(Moments moments) {
    return fixed.isEmpty() && varying == Varying.PER_VALUE
        ? List.of(Head.of(LOG_SHAPE, context.eventShape(), first(logEstimates(moments))))
        : List.of();
  }

  /** ln k, broadcastable to (rows, event shape…). */
  Tensor given(Map<String, Tensor> heads, Moments moments) {
    if (fixed.isPresent()) {
      return context.graph().constant(Math.log(fixed.get()));
    }
    return BOUNDS.apply(
        switch (varying) {
          case SHARED -> learned(Shape.scalar(), first(logShared(moments)));
          case PER_FEATURE -> learned(context.eventShape(), first(logEstimates(moments)));
          case PER_VALUE -> heads.get(LOG_SHAPE);
        });
  }

  private Tensor learned(Shape shape, double... first) {
    return context.parameter(LOG_SHAPE, shape, Initialisers.values(first));
  }

  /** ln k of the null model, for each row. */
  Tensor ofNullModel(Moments moments, int rows) {
    double[] logs = logEstimates(moments);
    if (fixed.isPresent() || varying == Varying.SHARED) {
      Arrays.fill(logs, fixed.map(Math::log).orElseGet(() -> logShared(moments)));
    }
    return ConstantProfile.of(context, rows, logs);
  }

  /** From variance = mean²/k, for each value of an observation. */
  private static double[] logEstimates(Moments moments) {
    double[] logs = new double[moments.mean().length];
    Arrays.setAll(logs, j -> logRatio(square(moments.mean()[j]), moments.variance()[j]));
    return logs;
  }

  /** The same, both sides added up over the values first. */
  private static double logShared(Moments moments) {
    double squares = Arrays.stream(moments.mean()).map(ShapeParameter::square).sum();
    return logRatio(squares, Arrays.stream(moments.variance()).sum());
  }

  private static double logRatio(double squares, double variance) {
    double log = squares == 0 ? 0 : Math.log(squares / variance);
    return Math.min(Math.max(log, BOUNDS.low()), BOUNDS.high());
  }

  private static double square(double x) {
    return x * x;
  }

  /** The unbounded numbers that the bounds take to these logarithms. */
  private static double[] first(double... logs) {
    return Arrays.stream(logs).map(BOUNDS::inverse).toArray();
  }
}
