package org.vaelix.models.internal.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;

class ScheduleTest {
  private static Schedule linear(double from, double to, double over, double start) {
    return new LinearScheduleFactory()
        .create(new LinearScheduleFactory.Config(from, to, over, start));
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
        new ConstantScheduleFactory().create(new ConstantScheduleFactory.Config(0.5));
    assertEquals(0.5, constant.at(0));
    assertEquals(0.5, constant.finalValue());
    assertEquals(0, constant.settledAt());
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    assertOption("over", () -> linear(0, 1, 0, 0));
    assertOption("over", () -> linear(0, 1, 1.5, 0));
    assertOption("start", () -> linear(0, 1, 0.5, 0.6));
    assertOption("start", () -> linear(0, 1, 0.5, -0.1));
    assertOption("to", () -> linear(0, Double.NaN, 0.5, 0));
    assertOption("value", () -> new ConstantScheduleFactory.Config(Double.POSITIVE_INFINITY));
  }

  private static void assertOption(String option, Runnable maker) {
    assertEquals(option, assertThrows(OptionException.class, maker::run).option());
  }
}
