package org.vaelix.likelihoods.internal;

import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;

/** What null models are made of: one number for each value of an observation, for every row. */
public final class ConstantProfile {
  private ConstantProfile() {}

  /** {@return the numbers for each row, (rows, event shape…)} */
  public static Tensor of(ModelContext context, int rows, double[] numbers) {
    Graph graph = context.graph();
    Shape event = context.eventShape();
    return graph.constant(event, numbers).broadcast(event.prepend(rows));
  }

  /**
   * {@return the smallest mean that the rows can tell from 0, half an event among all of them: an
   * event that no training row shows must not be impossible in a test row}
   */
  public static double smallestMean(Moments moments) {
    return 0.5 / moments.rows();
  }
}
