package org.vaelix.analysis.internal.information;

import java.util.LinkedHashMap;
import java.util.Map;

/** The findings for programs. */
final class InformationNumbers {
  private InformationNumbers() {}

  static Map<String, Object> of(Information found) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("rows", found.rows());
    numbers.put("elbo", found.elbo());
    numbers.put("reconstruction", found.reconstruction().numbers());
    numbers.put("kl", found.kl().numbers());
    if (found.klPerDimension().length > 0) {
      numbers.put("klPerDimension", found.klPerDimension());
    }
    if (found.hasSkipLatents()) {
      numbers.put("skipKl", found.skipKl().numbers());
    }
    numbers.put("varianceOfPosteriorMean", found.spread());
    numbers.put("activeUnits", found.active());
    numbers.put("mutualInformation", found.mutualInformation().numbers());
    numbers.put("mutualInformationBound", found.bound());
    numbers.put("aggregateKl", found.divergence().numbers());
    numbers.put("identityGap", found.gap().numbers());
    numbers.put("elboLostWhenShuffled", found.lostWhenShuffled().numbers());
    return numbers;
  }
}
