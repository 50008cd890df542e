package org.vaelix.testkit;

/** How precisely a backend computes, and what it may therefore be off from the reference. */
public enum Precision {
  /** 32 bits. */
  SINGLE(2e-5, 2e-3),
  /** 64 bits. */
  DOUBLE(1e-11, 1e-8);

  private final double tolerance;
  private final double trainingTolerance;

  Precision(double tolerance, double trainingTolerance) {
    this.tolerance = tolerance;
    this.trainingTolerance = trainingTolerance;
  }

  /**
   * {@return how far the result of one operation may be off, relative to the larger of 1 and the
   * result}
   */
  public double tolerance() {
    return tolerance;
  }

  /**
   * {@return how far losses and parameters may be off after a training run of 60 steps, likewise}
   */
  public double trainingTolerance() {
    return trainingTolerance;
  }
}
