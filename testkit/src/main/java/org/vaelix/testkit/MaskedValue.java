package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Batch;
import org.vaelix.testkit.LikelihoodTrace.HeadValues;

/** The loss of rows of which one value, the first of the second row, was not observed. */
final class MaskedValue {
  private MaskedValue() {}

  /** {@return the loss, and its gradients for heads and own parameters, one after the other} */
  static double[] lossAndGradients(LikelihoodUnderTest contract, double[][] rows) {
    LikelihoodTrace trace =
        LikelihoodTrace.of(contract, rows.length, "a", false, HeadValues.scattered(0.7));
    Tensor x = trace.observations(rows);
    Tensor loss = batch(trace, x).sumOverEvent(trace.distribution.logDensity(x)).sum();
    List<Tensor> sources = new ArrayList<>(trace.heads.values());
    trace.harness.graph().variables().stream()
        .filter(Variable::isTrainable)
        .forEach(variable -> sources.add(variable.tensor()));
    List<Tensor> results = new ArrayList<>(List.of(loss));
    results.addAll(Gradients.of(loss, sources));
    try (Evaluation evaluation = trace.harness.compile(results)) {
      return evaluation.run().stream()
          .flatMapToDouble(Arrays::stream)
          .map(number -> number + 0.0) // −0 is 0
          .toArray();
    }
  }

  private static Batch batch(LikelihoodTrace trace, Tensor x) {
    double[] observed = new double[x.shape().elements()];
    Arrays.fill(observed, 1);
    observed[x.shape().size(1)] = 0;
    Tensor mask = trace.harness.given("mask", x.shape(), observed);
    Tensor weights = trace.harness.graph().constant(1).broadcast(Shape.of(x.shape().size(0)));
    return new Batch(x, weights, Optional.of(mask), trace.conditions);
  }

  /** Row 0 has no weight; the first value of row 1 is masked. */
  static void checkNoGradient(LikelihoodTrace trace, Tensor sum, int values) {
    for (Map.Entry<String, Tensor> head : trace.heads.entrySet()) {
      Tensor gradient = Gradients.of(sum, List.of(head.getValue())).get(0);
      double[] numbers = trace.harness.values(gradient);
      int perRow = head.getValue().shape().dropLeading(1).elements();
      for (int i = 0; i < perRow; i++) {
        assertEquals(
            0, Math.abs(numbers[i]), "gradient of a row of weight 0, head " + head.getKey());
      }
      if (perRow == values) {
        assertEquals(
            0, Math.abs(numbers[perRow]), "gradient of a masked value, head " + head.getKey());
      }
    }
  }
}
