package org.vaelix.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one contestant on one workload. */
public final class Result {
  private final Contestant contestant;
  private final Worker.About about;
  private final double firstLoss;
  private final double lastLoss;
  private final double warmStep;
  private final List<Double> steps = new ArrayList<>();
  private final List<Double> blocks = new ArrayList<>();

  Result(
      Contestant contestant,
      Worker.About about,
      double firstLoss,
      double lastLoss,
      double warmStep) {
    this.contestant = contestant;
    this.about = about;
    this.firstLoss = firstLoss;
    this.lastLoss = lastLoss;
    this.warmStep = warmStep;
  }

  void add(Worker.Block block) {
    for (double milliseconds : block.milliseconds()) {
      steps.add(milliseconds);
    }
    blocks.add(new Sample(block.milliseconds()).median());
  }

  /** {@return who} */
  public Contestant contestant() {
    return contestant;
  }

  /** {@return how many numbers it trains} */
  public long parameters() {
    return about.parameters();
  }

  /** {@return library, version and setting} */
  public String description() {
    return about.description();
  }

  /** {@return mean loss of steps 81 to 100, in nats per row, as it reports it} */
  public double firstLoss() {
    return firstLoss;
  }

  /** {@return mean loss after as many steps as everybody's, in nats per row, as it reports it} */
  public double lastLoss() {
    return lastLoss;
  }

  double warmStep() {
    return warmStep;
  }

  /** {@return the times of all steps in milliseconds} */
  public Sample steps() {
    return Sample.of(steps);
  }

  /**
   * {@return round by round, the median time of this one's block divided by that of another's,
   * which ran within the same seconds}
   *
   * @param other measured in the same rounds
   */
  public Sample ratioTo(Result other) {
    double[] ratios = new double[Math.min(blocks.size(), other.blocks.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = blocks.get(i) / other.blocks.get(i);
    }
    return new Sample(ratios);
  }
}
