package org.vaelix.likelihoods.internal.studentt;

import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.SoftBounds;

/**
 * Where ν comes from: a number, or the variable {@code logDegreesOfFreedom}, ln(ν − 2).
 *
 * @param first the number, or what the variable starts from
 * @param isLearned whether there is a variable
 * @param context of the likelihood
 */
record DegreesOfFreedom(double first, boolean isLearned, ModelContext context) {
  /** Of ln(ν − 2): no variance is infinite, and beyond 10⁴ the distribution is normal. */
  private static final SoftBounds BOUNDS = new SoftBounds(Math.log(1e-2), Math.log(1e4));

  Tensor fixed() {
    return context.graph().constant(first);
  }

  Tensor given() {
    if (!isLearned) {
      return fixed();
    }
    double unbounded = BOUNDS.inverse(Math.log(first - 2));
    Tensor variable =
        context.parameter("logDegreesOfFreedom", Shape.scalar(), Initialisers.constant(unbounded));
    return BOUNDS.apply(variable).exp().add(2);
  }
}
