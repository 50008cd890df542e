package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.vaelix.core.training.Optimiser;

/**
 * What every {@link Optimiser} must do. Extended by its author's test, once for each set of options
 * worth testing. Everything is computed on the reference backend.
 */
public abstract class OptimiserContract {
  private static final double[] START = {1, -2, 0.5};

  /** For authors' tests to extend. */
  protected OptimiserContract() {}

  /** {@return the optimiser under test, with a learning rate that suits {@link #steps}} */
  protected abstract Optimiser create();

  /** {@return after how many steps it must have reached the minimum; 2000 unless overridden} */
  protected int steps() {
    return 2000;
  }

  @Test
  @DisplayName("it finds the minimum of a quadratic")
  void findsTheMinimum() {
    try (Descent descent = new Descent(create(), START)) {
      descent.run(steps(), steps());
      double[] end = descent.parameter();
      assertArrayEquals(Descent.minimum(), end, 0.02);
    }
  }

  @Test
  @DisplayName("at a learning rate of 0 nothing moves")
  void restsWithoutLearningRate() {
    try (Descent descent = new Descent(create(), START)) {
      descent.runAtRate(5, 0);
      assertArrayEquals(START, descent.parameter(), 0);
    }
  }

  @Test
  @DisplayName("all that it remembers is in its states: stopped and resumed, it repeats itself")
  void resumes() {
    double[] whole;
    try (Descent descent = new Descent(create(), START)) {
      descent.run(10, 10);
      whole = descent.parameter();
    }
    try (Descent first = new Descent(create(), START);
        Descent second = new Descent(create(), START)) {
      first.run(5, 10);
      second.resume(first);
      second.run(5, 10);
      assertArrayEquals(whole, second.parameter(), 0);
    }
  }

  @Test
  @DisplayName("what it recalls it also remembers")
  void remembersWhatItRecalls() {
    try (Descent descent = new Descent(create(), START)) {
      assertEquals(descent.recalled(), descent.remembered());
    }
  }

  @Test
  @DisplayName("the learning rate's schedule is known")
  void learningRate() {
    double first = create().learningRate().at(0);
    assertTrue(first >= 0 && Double.isFinite(first));
  }
}
