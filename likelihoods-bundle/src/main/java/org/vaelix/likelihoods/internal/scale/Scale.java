package org.vaelix.likelihoods.internal.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.ConstantProfile;

/**
 * Where the scale of values comes from: a number, a variable, or a head; in logarithms so that
 * densities need no division.
 *
 * @param name of the variable or the head
 * @param learn which scales are learned
 * @param first the fixed scale, or a learned one's first value, in units of the data
 * @param widths between which it stays
 * @param context of the likelihood
 */
public record Scale(String name, Learn learn, double first, Widths widths, ModelContext context) {
  /**
   * {@return what the decoder is asked for: the mean, which starts at that of the rows, and the
   * scale, if it is the decoder's business}
   *
   * @param mean name of the mean's head
   * @param moments of the training rows
   */
  public List<Head> heads(String mean, Moments moments) {
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(mean, context.eventShape(), moments.mean()));
    if (learn == Learn.PER_VALUE) {
      double[] biases = widths.biases(widths.bestLogScales(moments));
      heads.add(Head.of(name, context.eventShape(), biases));
    }
    return heads;
  }

  /**
   * {@return ln of the scale, broadcastable to (rows, event shape…)}
   *
   * @param heads of the rows
   */
  public Tensor logScale(Map<String, Tensor> heads) {
    return switch (learn) {
      case NONE -> context.graph().constant(Math.log(first));
      case SHARED -> learned(Shape.scalar());
      case PER_FEATURE -> learned(context.eventShape());
      case PER_VALUE -> widths.bounds().apply(heads.get(name));
    };
  }

  private Tensor learned(Shape shape) {
    double unbounded = widths.bounds().inverse(Math.log(first));
    return widths.bounds().apply(context.parameter(name, shape, Initialisers.constant(unbounded)));
  }

  /**
   * {@return ln of the null model's scale, (rows, event shape…)}
   *
   * @param moments of the training rows
   * @param rows how many
   */
  public Tensor ofNullModel(Moments moments, int rows) {
    double[] logs =
        switch (learn) {
          case NONE -> widths.repeated(Math.log(first));
          case SHARED -> widths.repeated(widths.bestSharedLogScale(moments));
          case PER_FEATURE, PER_VALUE -> widths.bestLogScales(moments);
        };
    return ConstantProfile.of(context, rows, logs);
  }
}
