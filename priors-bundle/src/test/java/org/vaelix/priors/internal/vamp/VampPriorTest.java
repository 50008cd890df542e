package org.vaelix.priors.internal.vamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Recognition;
import org.vaelix.core.part.OptionException;
import org.vaelix.priors.internal.diagonal.DiagonalGaussianPosterior;
import org.vaelix.testkit.PartHarness;

class VampPriorTest {
  private static Prior prior(PartHarness harness) {
    DiagonalGaussianPosterior factory = new DiagonalGaussianPosterior();
    return new VampPrior()
        .create(new VampPrior.Config(3), harness.context())
        .with(
            new ToyRecognition(
                factory.create(factory.defaults(), harness.context()), harness.context()));
  }

  /**
   * Expected number: numpy and scipy 1.17.1, log(mean(stats.multivariate_normal.pdf(z, u * [1, .5],
   * diag(exp([−.5, .2]))))) over u = .3, −1.2, 2.
   */
  @Test
  void densityIsThatOfScipy() {
    PartHarness harness = PartHarness.of(Shape.of(1), 2);
    harness.set("pseudoInputs", 0.3, -1.2, 2);
    Tensor z = harness.given("z", Shape.of(1, 2), 0.4, -0.1);
    double[] found = harness.values(prior(harness).logDensity(z, Conditions.none(1)));
    // The bounds on ln σ² move it by e^−19.
    assertArrayEquals(new double[] {-2.6467335151171962}, found, 1e-7);
  }

  @Test
  void pseudoInputsStartLikeData() {
    Moments moments = new Moments(100, new double[] {5, -3}, new double[] {4, 0});
    PartHarness harness = PartHarness.of(Shape.of(2), moments, true);
    Prior prior =
        new VampPrior()
            .create(new VampPrior.Config(2000), harness.context().withLatentSize(1))
            .with(
                new ToyRecognition(
                    new DiagonalGaussianPosterior()
                        .create(new DiagonalGaussianPosterior.Config(), harness.context()),
                    harness.context().withLatentSize(1)));
    prior.sample(Conditions.none(1));
    Variable inputs = harness.graph().variable("pseudoInputs");
    double[] first = inputs.initialiser().values(inputs.shape(), harness.random("first"));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < first.length; i += 2) {
      sum += first[i] / 2000;
      squares += Math.pow(first[i] - 5, 2) / 2000;
      assertEquals(-3, first[i + 1]);
    }
    assertEquals(5, sum, 5 * 2 / Math.sqrt(2000));
    assertEquals(4, squares, 5 * 4 * Math.sqrt(2.0 / 2000));
  }

  @Test
  void pseudoInputsHaveConditionsOfTheirOwnWhereTheEncoderSeesThem() {
    Condition seen = PartHarness.condition("seen", Condition.Kind.CATEGORY, 2, 4);
    Condition hidden =
        new Condition(
            "hidden",
            Condition.Kind.NUMBER,
            List.of(),
            new double[] {0.5},
            Condition.Networks.DECODER);
    PartHarness harness = PartHarness.of(Shape.of(1), List.of(seen, hidden), 2);
    Set<Set<String>> asked = new HashSet<>();
    DiagonalGaussianPosterior family = new DiagonalGaussianPosterior();
    Recognition toy =
        new ToyRecognition(family.create(family.defaults(), harness.context()), harness.context());
    Prior prior =
        new VampPrior()
            .create(new VampPrior.Config(3), harness.context())
            .with(
                (values, given) -> {
                  asked.add(given.columns().keySet());
                  assertEquals(Shape.of(given.rows(), 2), given.column("seen").shape());
                  return toy.of(values, given);
                });
    prior.sample(harness.conditions(4, PartHarness::plausible));
    assertEquals(Set.of(Set.of("seen")), asked);
    Variable own = harness.graph().variable("pseudoConditions/seen");
    assertTrue(own.isTrainable());
    double[] first = own.initialiser().values(own.shape(), harness.random("first"));
    assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, first);
  }

  @Test
  void withoutAnEncoderItSaysSo() {
    PartHarness harness = PartHarness.of(Shape.of(1), 2);
    Prior alone = new VampPrior().create(new VampPrior.Config(3), harness.context());
    ModelException e = assertThrows(ModelException.class, () -> alone.sample(Conditions.none(1)));
    assertTrue(e.getMessage().contains("'vae'"));
  }

  @Test
  void noComponentsAreRefused() {
    OptionException e = assertThrows(OptionException.class, () -> new VampPrior.Config(0));
    assertEquals("components", e.option());
  }
}
