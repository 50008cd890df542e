package org.vaelix.core.internal.contain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Terms;

/** What the kinds' contracts say of the shapes that parts return. */
final class ResultCheck {
  private ResultCheck() {}

  /**
   * {@return what is wrong with a result, in a few words; empty if it fits}
   *
   * @param part whose method was called
   * @param method its name
   * @param arguments it was given
   * @param result which is not null
   */
  @SuppressWarnings("unchecked") // as the methods declare them
  static Optional<String> fault(Object part, String method, Object[] arguments, Object result) {
    if (part instanceof Prior && method.equals("sample")) {
      int rows = ((Conditions) arguments[0]).rows();
      return matrix((Tensor) result, rows);
    }
    if ((part instanceof Prior || part instanceof LatentDistribution)
        && method.equals("logDensity")) {
      return terms((Tensor) result, ((Tensor) arguments[0]).shape());
    }
    if (part instanceof ConditionalDistribution && method.equals("logDensity")) {
      boolean isBatch = arguments[0] instanceof Batch;
      Tensor values = isBatch ? ((Batch) arguments[0]).values() : (Tensor) arguments[0];
      return same("it", (Tensor) result, values.shape());
    }
    if (part instanceof LatentDistribution && method.equals("sample")) {
      Shape shape = ((Tensor) result).shape();
      boolean fits = shape.rank() == 3 && shape.size(0) == (Integer) arguments[0];
      return fits ? Optional.empty() : expected("it", "(draws, rows, latent size)", shape);
    }
    if (part instanceof Architecture && result instanceof Encoding encoding) {
      int rows = ((Tensor) arguments[0]).shape().size(0);
      return heads((List<Head>) arguments[2], encoding.heads(), rows);
    }
    if (part instanceof Architecture && result instanceof Decoding decoding) {
      int rows = ((Tensor) arguments[0]).shape().size(0);
      return heads((List<Head>) arguments[3], decoding.heads(), rows);
    }
    if (part instanceof Objective && result instanceof Terms terms) {
      int rows = ((Inference) arguments[0]).batch().rows();
      return same("the loss", terms.loss(), Shape.of(rows));
    }
    return Optional.empty();
  }

  private static Optional<String> matrix(Tensor result, int rows) {
    Shape shape = result.shape();
    boolean fits = shape.rank() == 2 && shape.size(0) == rows;
    return fits ? Optional.empty() : expected("it", "(" + rows + ", latent size)", shape);
  }

  /** Of z's shape, or with a last axis of 1. */
  private static Optional<String> terms(Tensor result, Shape z) {
    Shape sum = z.with(z.rank() - 1, 1);
    boolean fits = result.shape().equals(z) || result.shape().equals(sum);
    return fits ? Optional.empty() : expected("it", z + " or " + sum, result.shape());
  }

  private static Optional<String> same(String what, Tensor result, Shape shape) {
    return result != null && result.shape().equals(shape)
        ? Optional.empty()
        : expected(what, shape.toString(), result == null ? null : result.shape());
  }

  private static Optional<String> heads(List<Head> asked, Map<String, Tensor> given, int rows) {
    return asked.stream()
        .flatMap(
            head ->
                same(
                    "head '" + head.name() + "'",
                    given.get(head.name()),
                    head.shape().prepend(rows))
                    .stream())
        .findFirst();
  }

  private static Optional<String> expected(String what, String shape, Shape found) {
    return Optional.of(
        String.format("%s must be %s, it is %s", what, shape, found == null ? "not there" : found));
  }
}
