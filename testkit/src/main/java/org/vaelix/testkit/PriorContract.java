package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;

/**
 * What every {@link Prior} must do. Extended by its author's test, once for each set of options
 * worth testing. Everything is computed on the reference backend and repeatable.
 */
public abstract class PriorContract {
  private static final int DRAWS = 20_000;
  private static final int ROWS = 4;

  /** For authors' tests to extend. */
  protected PriorContract() {}

  /**
   * {@return the prior under test}
   *
   * @param context of a latent space of 1, 2 or 3 dimensions
   */
  protected abstract Prior create(ModelContext context);

  /**
   * {@return the conditions that the prior's options name, made with {@link PartHarness#condition};
   * none unless overridden}
   */
  protected List<Condition> declared() {
    return List.of();
  }

  /**
   * {@return what is known of the rows: {@link PartHarness#plausible} numbers of the declared
   * conditions unless overridden. All rows must be alike, so that draws of many rows are draws of
   * one distribution.}
   *
   * @param harness to make inputs with
   * @param rows how many
   */
  protected Conditions conditions(PartHarness harness, int rows) {
    return harness.conditions(rows, (condition, row) -> PartHarness.plausible(condition, 1));
  }

  /** {@return how many standard deviations around the mean hold all but a negligible part; 12} */
  protected double reach() {
    return 12;
  }

  /** {@return how far ∫ p may be from 1 on a grid; 1e-6 unless overridden} */
  protected double tolerance() {
    return 1e-6;
  }

  /**
   * {@return the standard deviation of what is added to each number of the prior's trainable
   * variables, so that their first values hide nothing; 0.3 unless overridden}
   */
  protected double disturbance() {
    return 0.3;
  }

  /**
   * {@return how far another backend may be off from the reference, relative to the larger of 1 and
   * the number; 1e-4, for single precision, unless overridden}
   */
  protected double backendTolerance() {
    return 1e-4;
  }

  private PartHarness harness(int latentSize) {
    PartHarness harness = PartHarness.of(Shape.of(3), declared(), latentSize);
    harness.disturbParameters(disturbance());
    return harness;
  }

  private Prior prior(PartHarness harness) {
    return create(harness.context().scope("prior"));
  }

  /** Draws, (draws, latent size) in row-major order. */
  private double[] draws(int latentSize) {
    PartHarness harness = harness(latentSize);
    Tensor sample = prior(harness).sample(conditions(harness, DRAWS));
    assertEquals(Shape.of(DRAWS, latentSize), sample.shape());
    return harness.values(sample);
  }

  private DensityGrid gridFor(double[] draws, int latentSize) {
    double[] centre = new double[latentSize];
    double[] halfWidth = new double[latentSize];
    for (int d = 0; d < latentSize; d++) {
      double[] column = Statistics.column(draws, latentSize, d);
      centre[d] = Statistics.mean(column);
      halfWidth[d] = reach() * Statistics.standardDeviation(column);
    }
    return DensityGrid.around(centre, halfWidth);
  }

  /** ln p at each point of a grid, all of them draws of one row. */
  private double[] logDensity(DensityGrid grid) {
    PartHarness harness = harness(grid.dimensions());
    Shape shape = Shape.of(grid.size(), 1, grid.dimensions());
    Tensor z = harness.given("z", shape, grid.points());
    return harness.values(prior(harness).logDensity(z, conditions(harness, 1)).sum(-1));
  }

  @Test
  @DisplayName("one dimension: the density integrates to one and draws follow it")
  void oneDimension() {
    double[] draws = draws(1);
    DensityGrid grid = gridFor(draws, 1);
    double[] logDensity = logDensity(grid);
    assertEquals(1, grid.mass(logDensity), tolerance());
    Statistics.assertDistribution("the prior", grid.distribution(logDensity), draws);
  }

  @Test
  @DisplayName("two dimensions: the density integrates to one and has the moments of the draws")
  void twoDimensions() {
    double[] draws = draws(2);
    DensityGrid grid = gridFor(draws, 2);
    double[] logDensity = logDensity(grid);
    assertEquals(1, grid.mass(logDensity), tolerance());
    double[] first = Statistics.column(draws, 2, 0);
    double[] second = Statistics.column(draws, 2, 1);
    double[] product = new double[DRAWS];
    Arrays.setAll(product, i -> first[i] * second[i]);
    Statistics.assertMean("E z0", grid.moment(logDensity, 0, -1), first);
    Statistics.assertMean("E z1", grid.moment(logDensity, 1, -1), second);
    Statistics.assertMean("E z0 z1", grid.moment(logDensity, 0, 1), product);
    Statistics.assertVariance("E z0²", 0, grid.moment(logDensity, 0, 0), first);
    Statistics.assertVariance("E z1²", 0, grid.moment(logDensity, 1, 1), second);
  }

  @Test
  @DisplayName("several draws for each row are scored like the rows one by one")
  void severalSamples() {
    PartHarness harness = harness(3);
    Prior prior = prior(harness);
    Conditions conditions = conditions(harness, ROWS);
    Tensor one = harness.given("z", Shape.of(ROWS, 3), normal(harness, "z", ROWS * 3));
    Tensor stacked = harness.graph().concat(0, List.of(one, one)).reshape(2, ROWS, 3);
    Tensor density = prior.logDensity(one, conditions);
    Tensor densities = prior.logDensity(stacked, conditions);
    int last = density.shape().size(-1);
    assertTrue(last == 3 || last == 1, "last axis of the log density is " + last);
    assertEquals(Shape.of(ROWS, last), density.shape());
    assertEquals(Shape.of(2, ROWS, last), densities.shape());
    double[] once = harness.values(density);
    double[] twice = harness.values(densities);
    assertArrayEquals(once, Arrays.copyOf(twice, once.length), 1e-12);
    assertArrayEquals(once, Arrays.copyOfRange(twice, once.length, twice.length), 1e-12);
  }

  private static double[] normal(PartHarness harness, String purpose, int count) {
    return harness.random(purpose).doubles(count, -2, 2).toArray();
  }

  @Test
  @DisplayName("gradients with respect to z and own parameters agree with differences")
  void gradients() {
    PartHarness harness = harness(3);
    Tensor z = harness.given("z", Shape.of(ROWS, 3), normal(harness, "z", ROWS * 3));
    Tensor density = prior(harness).logDensity(z, conditions(harness, ROWS)).sum();
    List<String> names = new ArrayList<>(List.of("z"));
    names.addAll(GradientCheck.parameters(harness.graph()));
    GradientCheck.verify(harness, density, names);
  }

  @Test
  @DisplayName("a KL in closed form agrees with draws, and with differences in its gradient")
  void klInClosedForm() {
    verifyKl(false);
  }

  @Test
  @DisplayName("so does the KL of a posterior whose dimensions are correlated")
  void klOfCorrelatedPosteriors() {
    verifyKl(true);
  }

  private void verifyKl(boolean correlated) {
    PartHarness harness = harness(3);
    Prior prior = prior(harness);
    Conditions conditions = conditions(harness, 2);
    LatentDistribution q = GaussianFixture.of(harness, 2, 3, correlated);
    Optional<Tensor> closed = prior.klFrom(q, conditions);
    assumeTrue(closed.isPresent(), "this prior knows no closed form for such posteriors");
    Tensor z = q.sample(DRAWS);
    Tensor logP = prior.logDensity(z, conditions);
    // Terms by dimension exist where both factorise, and only there.
    int terms = correlated ? 1 : logP.shape().size(-1);
    assertEquals(Shape.of(2, terms), closed.get().shape());
    Tensor difference = q.logDensity(z).sum(-1).subtract(logP.sum(-1));
    double[] kl = harness.values(closed.get().sum(-1));
    double[] estimates = harness.values(difference);
    for (int row = 0; row < 2; row++) {
      assertTrue(kl[row] >= 0, "a KL is at least 0");
      Statistics.assertMean("KL of row " + row, kl[row], Statistics.column(estimates, 2, row));
    }
    List<String> names = new ArrayList<>(GaussianFixture.INPUTS);
    names.addAll(GradientCheck.parameters(harness.graph()));
    GradientCheck.verify(harness, closed.get().sum(), names);
  }

  @Test
  @DisplayName("other backends on the class path agree with the reference")
  void otherBackendsAgree() {
    PartHarness harness = harness(3);
    Prior prior = prior(harness);
    Conditions conditions = conditions(harness, ROWS);
    Tensor z = harness.given("z", Shape.of(ROWS, 3), normal(harness, "z", ROWS * 3));
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(prior.logDensity(z, conditions));
    tensors.add(prior.sample(conditions));
    prior.klFrom(GaussianFixture.of(harness, ROWS, 3, false), conditions).ifPresent(tensors::add);
    List<String> names = new ArrayList<>(List.of("z"));
    names.addAll(GradientCheck.parameters(harness.graph()));
    BackendAgreement.verify(harness, tensors, names, backendTolerance());
  }
}
