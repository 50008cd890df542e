package org.vaelix.likelihoods.internal.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.likelihoods.internal.mixed.MixedLikelihood.Part;

/**
 * Several likelihoods side by side.
 *
 * @param pieces which together have every column once
 */
record Mixed(List<Piece> pieces) implements Likelihood {
  static Mixed of(List<Part> parts, ModelContext context) {
    if (context.eventShape().rank() != 1) {
      throw new ModelException(
          "likelihood 'mixed' needs rows of columns, and here a row is of shape "
              + context.eventShape()
              + "; choose one likelihood for all its values");
    }
    int count = context.eventShape().elements();
    List<int[]> numbers = ColumnNames.of(context.moments()).of(parts);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Columns columns = new Columns(numbers.get(i), count);
      pieces.add(Piece.of(i, parts.get(i).likelihood(), columns, context));
    }
    return new Mixed(pieces);
  }

  @Override
  public List<Head> heads() {
    return pieces.stream().flatMap(piece -> piece.heads().stream()).toList();
  }

  @Override
  public Tensor encoderInput(Tensor values) {
    return pieces.stream()
        .map(
            piece -> {
              Tensor own = piece.columns().of(values);
              return piece.columns().spread(piece.call(l -> l.encoderInput(own)));
            })
        .reduce(Tensor::add)
        .orElseThrow();
  }

  @Override
  public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
    Map<Piece, ConditionalDistribution> distributions = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      distributions.put(piece, piece.call(l -> l.given(piece.own(heads), conditions)));
    }
    return new MixedDistribution(distributions, conditions.rows());
  }

  @Override
  public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
    Map<Piece, ConditionalDistribution> distributions = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      Moments own = piece.columns().of(moments);
      distributions.put(piece, piece.call(l -> l.nullModel(own, conditions)));
    }
    return new MixedDistribution(distributions, conditions.rows());
  }

  /** What every column admits. */
  @Override
  public Support support() {
    return new Support(
        "numbers that the likelihoods of all columns admit",
        v -> pieces.stream().allMatch(piece -> piece.likelihood().support().contains(v)));
  }

  @Override
  public Support support(int value) {
    for (Piece piece : pieces) {
      int at = Arrays.binarySearch(piece.columns().numbers(), value);
      if (at >= 0) {
        Support own = piece.likelihood().support(at);
        String place = " (part " + (piece.number() + 1) + ")";
        return new Support(own.description() + place, own.admits());
      }
    }
    throw new IllegalArgumentException("there is no column " + value);
  }

  @Override
  public Optional<String> conflict(double[] row) {
    return pieces.stream()
        .flatMap(piece -> piece.likelihood().conflict(piece.columns().of(row)).stream())
        .findFirst();
  }

  @Override
  public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
    for (Piece piece : pieces) {
      Map<String, double[]> own = new LinkedHashMap<>(piece.own(parameters));
      own.replaceAll((name, numbers) -> piece.columns().of(numbers));
      double[] drawn = new double[piece.columns().numbers().length];
      piece.likelihood().sample(own, drawn, random);
      piece.columns().put(drawn, values);
    }
  }
}
