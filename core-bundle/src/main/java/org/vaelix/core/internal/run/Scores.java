package org.vaelix.core.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.model.Terms;
import org.vaelix.core.run.Summary;

/** From means of measures to the scores of a summary. */
final class Scores {
  /** What the evaluation calls the null model's log-density. */
  static final String NULL_MODEL = Tracer.NULL_MODEL.substring(Tracer.ROW.length());

  private Scores() {}

  /** The scores of means, by split; the row numbers tell how many rows a split has. */
  static Map<String, Summary.Score> of(
      Map<String, Map<String, double[]>> means, Map<String, int[]> splits) {
    Map<String, Summary.Score> scores = new LinkedHashMap<>();
    means.forEach((split, m) -> scores.put(split, score(m, splits.get(split).length)));
    return scores;
  }

  private static Summary.Score score(Map<String, double[]> means, int rows) {
    Map<String, Double> measures = new LinkedHashMap<>();
    means.forEach(
        (name, mean) -> {
          if (!name.equals(NULL_MODEL) && !name.equals(Terms.KL_PER_DIMENSION)) {
            measures.put(name, mean[0]);
          }
        });
    return new Summary.Score(
        rows,
        measures,
        means.getOrDefault(Terms.KL_PER_DIMENSION, new double[0]),
        means.get(NULL_MODEL)[0]);
  }
}
