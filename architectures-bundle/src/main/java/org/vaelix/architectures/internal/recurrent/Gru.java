package org.vaelix.architectures.internal.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;

/**
 * A gated recurrent unit (Cho et al. 2014, equations 5 to 8) whose reset gate acts on the product
 * with the state, as in cuDNN, so that no product waits for a gate: r = σ(x Wᵣ + bᵣ + h Uᵣ), u =
 * σ(x Wᵤ + bᵤ + h Uᵤ), c = tanh(x W꜀ + b꜀ + r ⊙ (h U꜀)), h ← u ⊙ h + (1 − u) ⊙ c.
 *
 * @param recurrent U of reset, update and candidate, (units, units) each
 * @param biases b of the same, (units,) each
 * @param input W of the same, (inputs, units) each; empty for a unit without inputs
 */
record Gru(List<Tensor> recurrent, List<Tensor> biases, List<Tensor> input) {
  private static final int GATES = 3;

  /**
   * {@return a unit with variables {@code recurrent} (units, 3·units), {@code bias} (3·units,) and,
   * if there are inputs, {@code input} (inputs, 3·units), each with reset, update and candidate
   * side by side}
   *
   * @param context scoped to the unit
   * @param inputs numbers that it reads in each step; may be 0
   * @param units size of its state
   * @param initialiser of the weights
   */
  static Gru of(ModelContext context, int inputs, int units, WeightRule initialiser) {
    Initialiser weights = initialiser.weights();
    int width = GATES * units;
    try (Graph.Scope scope = context.open()) {
      Tensor recurrent = context.parameter("recurrent", Shape.of(units, width), weights);
      Tensor bias = context.parameter("bias", Shape.of(width), Gru::firstBiases);
      List<Tensor> input =
          inputs == 0
              ? List.of()
              : gates(context.parameter("input", Shape.of(inputs, width), weights));
      return new Gru(gates(recurrent), gates(bias), input);
    }
  }

  /** 1 for both gates, so that a state at first lasts for some steps (Sussillo et al. 2016). */
  private static double[] firstBiases(Shape shape, Object random) {
    double[] first = new double[shape.elements()];
    Arrays.fill(first, 0, first.length / GATES * 2, 1);
    return first;
  }

  private static List<Tensor> gates(Tensor all) {
    int units = all.shape().size(-1) / GATES;
    return List.of(
        all.range(-1, 0, units),
        all.range(-1, units, 2 * units),
        all.range(-1, 2 * units, GATES * units));
  }

  /**
   * {@return the next state, (rows, units)}
   *
   * @param state (rows, units)
   * @param x (rows, inputs) of this step; absent for a unit without
   */
  Tensor next(Tensor state, Optional<Tensor> x) {
    Tensor reset = state.matmul(recurrent.get(0)).add(driven(0, x)).sigmoid();
    Tensor update = state.matmul(recurrent.get(1)).add(driven(1, x)).sigmoid();
    Tensor candidate = state.matmul(recurrent.get(2)).multiply(reset).add(driven(2, x)).tanh();
    return state.subtract(candidate).multiply(update).add(candidate);
  }

  private Tensor driven(int gate, Optional<Tensor> x) {
    Tensor bias = biases.get(gate);
    return x.map(numbers -> numbers.matmul(input.get(gate)).add(bias)).orElse(bias);
  }
}
