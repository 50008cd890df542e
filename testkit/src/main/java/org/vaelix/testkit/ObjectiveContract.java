package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;

/**
 * What every {@link Objective} must do, tried on {@link LinearGaussian}, whose ELBO and ln p(x) are
 * known. Extended by its author's test, once for each set of options worth testing. Everything is
 * computed on the reference backend and repeatable.
 */
public abstract class ObjectiveContract {
  private static final int DRAWS = 3000;
  private static final int LAST = LinearGaussian.ROWS - 1;

  /** For authors' tests to extend. */
  protected ObjectiveContract() {}

  /**
   * {@return the objective under test}
   *
   * @param context scoped to it
   */
  protected abstract Objective create(ModelContext context);

  /**
   * {@return whether its gradient is that of its loss; true unless overridden, for one that follows
   * another formula's gradient. What it follows is then for its author to test.}
   */
  protected boolean followsItsLoss() {
    return true;
  }

  private record Trace(PartHarness harness, LinearGaussian model, Terms terms) {
    /** What the trainer minimises. */
    Tensor loss() {
      Tensor weights = model.batch().weights();
      Tensor mean = terms.loss().multiply(weights).sum().divide(weights.sum());
      return terms.penalty().map(mean::add).orElse(mean);
    }
  }

  private Trace trace(boolean training, boolean isClosedForm, double... weights) {
    PartHarness harness = LinearGaussian.harness(training);
    LinearGaussian model = LinearGaussian.of(harness, isClosedForm, weights);
    Objective objective = create(harness.context().scope("objective"));
    return new Trace(harness, model, objective.terms(model));
  }

  @Test
  @DisplayName("a loss for each row, and the measures that every objective reports")
  void lossAndMeasures() {
    for (boolean training : new boolean[] {true, false}) {
      Trace trace = trace(training, true, 1, 1, 1, 1);
      Shape rows = Shape.of(LinearGaussian.ROWS);
      assertEquals(rows, trace.terms.loss().shape());
      Map<String, Tensor> measures = trace.terms.measures();
      for (String name : List.of(Terms.ELBO, Terms.RECONSTRUCTION, Terms.KL)) {
        assertTrue(measures.containsKey(name), name + " is not reported");
        assertEquals(rows, measures.get(name).shape(), name);
      }
      double[] elbo = trace.harness.values(measures.get(Terms.ELBO));
      double[] kl = trace.harness.values(measures.get(Terms.KL));
      double[] fit = trace.harness.values(measures.get(Terms.RECONSTRUCTION));
      for (int row = 0; row < elbo.length; row++) {
        assertEquals(fit[row] - kl[row], elbo[row], 1e-12);
      }
    }
  }

  @Test
  @DisplayName("whatever it trains for, the ELBO and the KL that it reports are those of the model")
  void reportsTheTruth() {
    for (boolean isClosedForm : new boolean[] {true, false}) {
      Trace trace = trace(true, isClosedForm, 1, 1, 1, 1);
      Map<String, Tensor> measures = trace.terms.measures();
      double[][] elbo = new double[LinearGaussian.ROWS][DRAWS];
      double[][] kl = new double[LinearGaussian.ROWS][DRAWS];
      try (Evaluation evaluation =
          trace.harness.compile(List.of(measures.get(Terms.ELBO), measures.get(Terms.KL)))) {
        for (int draw = 0; draw < DRAWS; draw++) {
          List<double[]> found = evaluation.run(draw);
          for (int row = 0; row < LinearGaussian.ROWS; row++) {
            elbo[row][draw] = found.get(0)[row];
            kl[row][draw] = found.get(1)[row];
          }
        }
      }
      for (int row = 0; row < LinearGaussian.ROWS; row++) {
        Statistics.assertMean("ELBO of row " + row, LinearGaussian.elbo()[row], elbo[row]);
        Statistics.assertMean("KL of row " + row, LinearGaussian.kl()[row], kl[row]);
      }
    }
  }

  @Test
  @DisplayName("the loss follows posterior and decoder as differences say")
  void gradients() {
    assumeTrue(followsItsLoss(), "follows another formula's gradient");
    for (boolean isClosedForm : new boolean[] {true, false}) {
      Trace trace = trace(true, isClosedForm, 1, 1, 1, 1);
      GradientCheck.verify(trace.harness, trace.loss(), LinearGaussian.INPUTS);
    }
  }

  @Test
  @DisplayName("rows of weight 0, which fill up a batch, count for nothing")
  void rowsOfWeightZero() {
    Trace trace = trace(true, true, 1, 1, 1, 0);
    List<Tensor> numbers = new ArrayList<>(List.of(trace.loss()));
    numbers.addAll(Gradients.of(trace.loss(), inputs(trace)));
    numbers.addAll(trace.terms.measures().values());
    int measures = 1 + LinearGaussian.INPUTS.size();
    // Two programs, for an objective may keep a state from run to run.
    try (Evaluation first = trace.harness.compile(numbers);
        Evaluation evaluation = trace.harness.compile(numbers)) {
      List<double[]> before = first.run();
      int values = LinearGaussian.EVENT.size(0);
      for (int i = LAST * values; i < (LAST + 1) * values; i++) {
        evaluation.set("values", i, 9 + i);
      }
      for (int i = LAST * LinearGaussian.LATENT;
          i < LinearGaussian.ROWS * LinearGaussian.LATENT;
          i++) {
        evaluation.set("q/mean", i, -2);
        evaluation.set("q/logSigma", i, 1);
      }
      List<double[]> after = evaluation.run();
      for (int i = 0; i < measures; i++) {
        assertArrayEquals(before.get(i), after.get(i), 1e-12, "loss or gradient " + i);
      }
      for (int i = measures; i < before.size(); i++) {
        assertArrayEquals(real(before.get(i)), real(after.get(i)), 1e-12, "measure " + i);
      }
    }
  }

  private static List<Tensor> inputs(Trace trace) {
    Map<String, Tensor> inputs = trace.harness.graph().inputs();
    return LinearGaussian.INPUTS.stream().map(inputs::get).toList();
  }

  /** A measure of the rows that are not filled up. */
  private static double[] real(double[] measure) {
    int width = measure.length / LinearGaussian.ROWS;
    return Arrays.copyOf(measure, LAST * width);
  }

  @Test
  @DisplayName("loss, gradients and measures are finite where posteriors are narrow or wide")
  void isFinite() {
    for (double logSigma : new double[] {-6, 2}) {
      Trace trace = trace(true, true, 1, 1, 1, 1);
      List<Tensor> numbers = new ArrayList<>(List.of(trace.terms.loss()));
      numbers.addAll(Gradients.of(trace.loss(), inputs(trace)));
      try (Evaluation evaluation = trace.harness.compile(numbers)) {
        for (int i = 0; i < LinearGaussian.ROWS * LinearGaussian.LATENT; i++) {
          evaluation.set("q/logSigma", i, logSigma);
        }
        for (double[] found : evaluation.run()) {
          for (double number : found) {
            assertTrue(Math.abs(number) < Float.MAX_VALUE, "found " + number);
          }
        }
      }
    }
  }
}
