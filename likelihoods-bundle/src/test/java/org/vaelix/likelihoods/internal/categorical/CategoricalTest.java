package org.vaelix.likelihoods.internal.categorical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class CategoricalTest {
  private static final CategoricalLikelihood FACTORY = new CategoricalLikelihood();

  private abstract static class Contract extends LikelihoodContract {
    private final Optional<Integer> classes;

    Contract(Optional<Integer> classes) {
      this.classes = classes;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return FACTORY.create(new CategoricalLikelihood.Config(classes), context);
    }

    /** A column's number is a share of ln p; see the sum over classes below. */
    @Override
    protected Measure measure() {
      return Measure.SCORE;
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.5, 2};
    }
  }

  @Nested
  class OneVariable extends Contract {
    OneVariable() {
      super(Optional.empty());
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 1, 0}, {1, 0, 0}, {1, 0, 0}, {0, 0, 1}, {0, 1, 0}, {1, 0, 0}};
    }
  }

  @Nested
  class TwoVariables extends Contract {
    TwoVariables() {
      super(Optional.of(2));
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 1, 1, 0}, {1, 0, 0, 1}, {1, 0, 1, 0}, {1, 0, 1, 0}};
    }
  }

  /** Expected numbers: scipy 1.17.1, special.log_softmax([0.5, -1, 2]). */
  @Test
  void probabilitiesAreThoseOfTheSoftmaxAndSumToOne() {
    PartHarness harness = PartHarness.of(Shape.of(3), Moments.standard(3), false);
    Tensor logits = harness.given("l", Shape.of(3, 3), 0.5, -1, 2, 0.5, -1, 2, 0.5, -1, 2);
    Tensor classes = harness.given("x", Shape.of(3, 3), 1, 0, 0, 0, 1, 0, 0, 0, 1);
    double[] found =
        harness.values(CategoricalDistribution.of(logits, 3).logDensity(classes).sum(1));
    double[] expected = {-1.7413112966571571, -3.241311296657157, -0.24131129665715703};
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      assertEquals(expected[k], found[k], 1e-12);
      sum += Math.exp(found[k]);
    }
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void aVariableWithoutItsSingleOneIsAConflict() {
    double none = Double.NaN;
    double[] zeros = {1, 1};
    Moments moments = new Moments(1, zeros, zeros, zeros, List.of("glia", "neuron"));
    ModelContext context = PartHarness.of(Shape.of(2), moments, false).context();
    Likelihood likelihood = FACTORY.create(FACTORY.defaults(), context);
    assertEquals(Optional.empty(), likelihood.conflict(new double[] {0, 1}));
    assertEquals(Optional.empty(), likelihood.conflict(new double[] {none, 0}));
    assertEquals(
        Optional.of(
            "likelihood 'categorical' needs a single 1 among the 2 columns of a variable, and that"
                + " of columns 'glia' to 'neuron' has 0; mend the data"),
        likelihood.conflict(new double[] {0, 0}));
  }

  @Test
  void columnsThatDoNotFillVariablesAreRefused() {
    ModelContext context = PartHarness.of(Shape.of(5), Moments.standard(5), false).context();
    OptionException refused =
        assertThrows(
            OptionException.class,
            () -> FACTORY.create(new CategoricalLikelihood.Config(Optional.of(2)), context));
    assertEquals("classes", refused.option());
  }
}
