package org.vaelix.likelihoods.internal.count;

import java.util.Arrays;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.ConstantProfile;

/** The constant means that null models and biases of count likelihoods start from. */
public final class Means {
  private Means() {}

  /** {@return the logarithms of the means, which are the parameters of greatest likelihood} */
  public static double[] logs(Moments moments) {
    double smallest = ConstantProfile.smallestMean(moments);
    return Arrays.stream(moments.mean()).map(m -> Math.log(Math.max(m, smallest))).toArray();
  }
}
