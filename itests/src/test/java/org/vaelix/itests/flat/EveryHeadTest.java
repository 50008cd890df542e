package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vaelix.core.graph.Shape;

/** Any likelihood's heads fit on any architecture: per feature, per pixel, per bin. */
class EveryHeadTest {
  private static final int STEPS = 3;
  private static final Shape FEATURES = Shape.of(20);
  private static final Shape IMAGE = Shape.of(2, 4, 20);
  private static final Shape TRACE = Shape.of(4, 10);

  /** The observations that an architecture takes; one that is not listed takes traces. */
  private static final Map<String, List<Shape>> OBSERVATIONS =
      Map.of(
          "mlp", List.of(FEATURES, IMAGE, TRACE),
          "convolutional", List.of(IMAGE, TRACE),
          "unet", List.of(IMAGE, TRACE));

  @TestFactory
  Stream<DynamicTest> everyLikelihoodTrainsOnEveryArchitecture() {
    return FlatRun.catalog().parts("architecture").stream().flatMap(part -> testsOf(part.type()));
  }

  private static Stream<DynamicTest> testsOf(String architecture) {
    return OBSERVATIONS.getOrDefault(architecture, List.of(TRACE)).stream()
        .flatMap(
            event ->
                TrainingSteps.likelihoods()
                    .filter(likelihood -> fits(likelihood, event))
                    .map(likelihood -> test(architecture, event, likelihood)));
  }

  /** The parts of a mixture are chosen by columns, which only tables have. */
  private static boolean fits(String likelihood, Shape event) {
    return event.rank() == 1 || !likelihood.contains("mixed");
  }

  private static DynamicTest test(String architecture, Shape event, String likelihood) {
    String recipe = TrainingSteps.recipe("'cpu'", "{'type': '" + architecture + "'}", likelihood);
    return DynamicTest.dynamicTest(
        architecture + " of " + event + ": " + likelihood,
        () -> {
          double[] losses = TrainingSteps.losses(recipe, STEPS, event);
          assertEquals(STEPS, losses.length);
          assertTrue(
              Arrays.stream(losses).allMatch(Double::isFinite), () -> Arrays.toString(losses));
          TrainingSteps.trace(recipe, event);
        });
  }
}
