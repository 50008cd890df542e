package org.vaelix.likelihoods.internal.mixed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * The distributions of all columns.
 *
 * @param pieces each with the distribution of its columns
 * @param rows how many
 */
record MixedDistribution(Map<Piece, ConditionalDistribution> pieces, int rows)
    implements ConditionalDistribution {
  @Override
  public Tensor logDensity(Tensor values) {
    return joined((piece, own) -> own.logDensity(piece.columns().of(values)));
  }

  @Override
  public Tensor logDensity(Batch batch) {
    return joined((piece, own) -> own.logDensity(piece.columns().of(batch)));
  }

  @Override
  public Tensor mean() {
    return joined((piece, own) -> own.mean());
  }

  @Override
  public Tensor variance() {
    return joined((piece, own) -> own.variance());
  }

  private Tensor joined(BiFunction<Piece, ConditionalDistribution, Tensor> what) {
    return pieces.entrySet().stream()
        .map(entry -> within(entry.getKey(), entry.getValue(), what))
        .reduce(Tensor::add)
        .orElseThrow();
  }

  private Tensor within(
      Piece piece,
      ConditionalDistribution own,
      BiFunction<Piece, ConditionalDistribution, Tensor> what) {
    Tensor numbers = piece.call(l -> what.apply(piece, own));
    return piece.spread(numbers, rows);
  }

  @Override
  public Map<String, Tensor> parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    pieces.forEach(
        (piece, own) ->
            piece
                .prefixed(own.parameters())
                .forEach((name, numbers) -> all.put(name, piece.spread(numbers, rows))));
    return all;
  }
}
