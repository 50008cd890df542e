package org.vaelix.models.internal.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;

class ScheduleTest {
  private static Schedule linear(double from, double to, double over, double start) {
    return new LinearScheduleFactory()
        .create(new LinearScheduleFactory.Config(from, to, over, start, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "0.1, 2", "0.2, 2.5", "0.3, 3", "0.4, 3.5", "0.5, 4", "0.7, 4", "1, 4"})
  void aRampRunsFromStartToEnd(double fraction, double expected) {
    assertEquals(expected, linear(2, 4, 0.4, 0.1).at(fraction), 1e-12);
  }

  @Test
  void aRampMeetsItsEndsExactly() {
    Schedule ramp = linear(0.1, 0.7, 0.3, 0);
    assertEquals(0.1, ramp.at(0));
    assertEquals(0.7, ramp.at(0.3));
    assertEquals(0.7, ramp.finalValue());
    assertEquals(0.3, ramp.settledAt());
  }

  @Test
  void aConstantIsSettledFromTheStart() {
    Schedule constant =
        new ConstantScheduleFactory().create(new ConstantScheduleFactory.Config(0.5, 0));
    assertEquals(0.5, constant.at(0));
    assertEquals(0.5, constant.finalValue());
    assertEquals(0, constant.settledAt());
  }

  /** Expected: numpy 2.4.6, 2 + 3*(1 - np.cos(np.pi*s))/2 at s = 0, ¼, ½, ¾, 1. */
  @Test
  void aCosineIsSlowAtItsEnds() {
    Schedule cosine =
        new CosineScheduleFactory().create(new CosineScheduleFactory.Config(2, 5, 0.4, 0.5, 0));
    assertEquals(2, cosine.at(0.2));
    assertEquals(2.4393398282201786, cosine.at(0.6), 1e-12);
    assertEquals(3.5, cosine.at(0.7), 1e-12);
    assertEquals(4.560660171779821, cosine.at(0.8), 1e-12);
    assertEquals(5, cosine.at(0.95));
    assertEquals(0.9, cosine.settledAt());
  }

  /** Expected: numpy 2.4.6, g = 1/(1+np.exp(-8*(s-.5))), (g - g(0))/(g(1) - g(0)) at s = ¼, ½. */
  @Test
  void aSigmoidMeetsItsEnds() {
    Schedule sigmoid =
        new SigmoidScheduleFactory().create(new SigmoidScheduleFactory.Config(0, 1, 0.5, 0, 8, 0));
    assertEquals(0, sigmoid.at(0), 1e-15);
    assertEquals(0.10499358540350662, sigmoid.at(0.125), 1e-12);
    assertEquals(0.5, sigmoid.at(0.25), 1e-15);
    assertEquals(1, sigmoid.at(0.5));
    assertEquals(1, sigmoid.finalValue());
  }

  /** Four cycles of 0.2 each from 0.1 on, each rising in its first half. */
  @ParameterizedTest
  @CsvSource({
    "0, 1", "0.1, 1", "0.15, 2", "0.2, 3", "0.25, 3", "0.35, 2", "0.5, 1", "0.55, 2", "0.8, 3",
    "0.85, 3", "0.95, 3", "1, 3"
  })
  void cyclesRiseAndRest(double fraction, double expected) {
    Schedule cyclical =
        new CyclicalScheduleFactory()
            .create(new CyclicalScheduleFactory.Config(1, 3, 4, 0.5, 0.8, 0.1, 0));
    assertEquals(expected, cyclical.at(fraction), 1e-12);
    assertEquals(0.8, cyclical.settledAt(), 1e-12);
    assertEquals(3, cyclical.finalValue());
  }

  @Test
  void stepsFollowOneAnother() {
    Schedule step =
        new StepScheduleFactory()
            .create(new StepScheduleFactory.Config(List.of(3.0, 2.0, 1.0), List.of(0.5, 0.8), 0));
    assertEquals(3, step.at(0.49));
    assertEquals(2, step.at(0.5));
    assertEquals(1, step.at(0.8));
    assertEquals(1, step.finalValue());
    assertEquals(0.8, step.settledAt());
  }

  @Test
  void aWarmUpScalesWhateverItPrecedes() {
    Schedule constant =
        new ConstantScheduleFactory().create(new ConstantScheduleFactory.Config(4, 0.1));
    assertEquals(0, constant.at(0));
    assertEquals(2, constant.at(0.05), 1e-12);
    assertEquals(4, constant.at(0.1));
    assertEquals(0.1, constant.settledAt());
    Schedule cosine =
        new CosineScheduleFactory().create(new CosineScheduleFactory.Config(1, 0, 1, 0, 0.1));
    assertEquals((1 + Math.cos(Math.PI * 0.05)) / 4, cosine.at(0.05), 1e-12);
    assertEquals((1 + Math.cos(Math.PI * 0.5)) / 2, cosine.at(0.5), 1e-12);
    assertEquals(1, cosine.settledAt());
  }

  @Test
  void schedulesOfTheSameOptionsAreEqual() {
    SigmoidScheduleFactory factory = new SigmoidScheduleFactory();
    SigmoidScheduleFactory.Config config = new SigmoidScheduleFactory.Config(0, 1, 0.5, 0, 8, 0.1);
    assertEquals(factory.create(config), factory.create(config));
    assertNotEquals(
        factory.create(config),
        factory.create(new SigmoidScheduleFactory.Config(0, 1, 0.5, 0, 9, 0.1)));
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    assertOption("steepness", () -> new SigmoidScheduleFactory.Config(0, 1, 0.5, 0, 0, 0));
    assertOption("warmUp", () -> new CosineScheduleFactory.Config(0, 1, 0.5, 0, 1.1));
    assertOption("cycles", () -> new CyclicalScheduleFactory.Config(0, 1, 0, 0.5, 1, 0, 0));
    assertOption("rising", () -> new CyclicalScheduleFactory.Config(0, 1, 4, 0, 1, 0, 0));
    assertOption("at", () -> new StepScheduleFactory.Config(List.of(1.0, 2.0), List.of(1.2), 0));
    assertOption(
        "at", () -> new StepScheduleFactory.Config(List.of(1.0, 2.0, 3.0), List.of(0.5, 0.4), 0));
    assertOption("values", () -> new StepScheduleFactory.Config(List.of(1.0), List.of(0.5), 0));
    assertOption("over", () -> linear(0, 1, 0, 0));
    assertOption("over", () -> linear(0, 1, 1.5, 0));
    assertOption("start", () -> linear(0, 1, 0.5, 0.6));
    assertOption("start", () -> linear(0, 1, 0.5, -0.1));
    assertOption("to", () -> linear(0, Double.NaN, 0.5, 0));
    assertOption("value", () -> new ConstantScheduleFactory.Config(Double.POSITIVE_INFINITY, 0));
  }

  private static void assertOption(String option, Runnable maker) {
    assertEquals(option, assertThrows(OptionException.class, maker::run).option());
  }
}
