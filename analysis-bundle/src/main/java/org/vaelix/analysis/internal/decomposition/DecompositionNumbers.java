package org.vaelix.analysis.internal.decomposition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.vaelix.analysis.internal.Estimate;

/** The findings for programs. */
final class DecompositionNumbers {
  private DecompositionNumbers() {}

  static Map<String, Object> of(Decomposition found) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("rows", found.rows());
    numbers.put("batchSize", found.minibatch());
    numbers.put("kl", found.kl().numbers());
    numbers.put("allRows", terms(found.terms().get(Estimator.ALL_ROWS)));
    numbers.put("stratified", terms(found.terms().get(Estimator.STRATIFIED)));
    numbers.put("weighted", terms(found.terms().get(Estimator.WEIGHTED)));
    if (found.dimensions().length > 0) {
      numbers.put(
          "aggregateKlPerDimension",
          Stream.of(found.dimensions()).mapToDouble(Estimate::value).toArray());
    }
    return numbers;
  }

  private static Map<String, Object> terms(Decomposition.Terms terms) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("mutualInformation", terms.information().numbers());
    numbers.put("aggregateKl", terms.divergence().numbers());
    numbers.put("identityGap", terms.gap().numbers());
    terms.correlation().ifPresent(e -> numbers.put("totalCorrelation", e.numbers()));
    terms.dimensionwise().ifPresent(e -> numbers.put("dimensionwiseKl", e.numbers()));
    return numbers;
  }
}
