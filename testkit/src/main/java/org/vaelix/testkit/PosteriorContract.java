package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;

/**
 * What every {@link Posterior} must do. Extended by its author's test, once for each set of options
 * worth testing. Everything is computed on the reference backend and repeatable.
 */
public abstract class PosteriorContract {
  private static final int DRAWS = 20_000;

  /** For authors' tests to extend. */
  protected PosteriorContract() {}

  /**
   * {@return the family under test}
   *
   * @param context of a latent space of 1, 2 or 3 dimensions
   */
  protected abstract Posterior create(ModelContext context);

  /** {@return how many standard deviations around the mean hold all but a negligible part; 12} */
  protected double reach() {
    return 12;
  }

  /** {@return how far ∫ q may be from 1 on a grid; 1e-6 unless overridden} */
  protected double tolerance() {
    return 1e-6;
  }

  /**
   * {@return from how many draws the distribution estimates its mean and variance; without limit,
   * that is exactly, unless overridden}
   */
  protected double momentDraws() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * {@return how far another backend may be off from the reference, relative to the larger of 1 and
   * the number; 1e-4, for single precision, unless overridden}
   */
  protected double backendTolerance() {
    return 1e-4;
  }

  /** {@return what is added to the family's own trainable variables; see the prior's contract} */
  protected double disturbance() {
    return 0.3;
  }

  /** A family in a fresh trace with heads fed by inputs. */
  private record Trace(PartHarness harness, List<String> inputs, LatentDistribution q) {}

  private interface HeadValue {
    double of(RandomGenerator random, int index);
  }

  private Trace trace(int rows, int latentSize, HeadValue value) {
    PartHarness harness = PartHarness.of(Shape.of(3), latentSize);
    harness.disturbParameters(disturbance());
    Posterior family = create(harness.context().scope("posterior"));
    Map<String, Tensor> heads = new LinkedHashMap<>();
    List<String> inputs = new ArrayList<>();
    for (Head head : family.heads()) {
      RandomGenerator random = harness.random("head " + head.name());
      Shape shape = head.shape().prepend(rows);
      double[] bias = head.bias().values(head.shape(), random);
      double[] values = new double[shape.elements()];
      Arrays.setAll(values, i -> bias[i % bias.length] + value.of(random, i));
      heads.put(head.name(), harness.given("head/" + head.name(), shape, values));
      inputs.add("head/" + head.name());
    }
    assertEquals(family.heads().size(), heads.size(), "two heads share a name");
    LatentDistribution q = family.given(heads);
    inputs.addAll(GradientCheck.parameters(harness.graph()));
    return new Trace(harness, inputs, q);
  }

  private Trace trace(int rows, int latentSize) {
    return trace(rows, latentSize, (random, i) -> 0.7 * random.nextGaussian());
  }

  @Test
  @DisplayName("shapes of mean, variance, draws and log density")
  void shapes() {
    LatentDistribution q = trace(4, 3).q;
    assertEquals(Shape.of(4, 3), q.mean().shape());
    assertEquals(Shape.of(4, 3), q.variance().shape());
    Tensor z = q.sample(5);
    assertEquals(Shape.of(5, 4, 3), z.shape());
    int last = q.logDensity(z).shape().size(-1);
    assertTrue(last == 3 || last == 1, "last axis of the log density is " + last);
    assertEquals(Shape.of(5, 4, last), q.logDensity(z).shape());
    assertEquals(Shape.of(4, last), q.logDensity(q.mean()).shape());
  }

  @Test
  @DisplayName("draws have the mean and variance that the distribution says")
  void drawsHaveMeanAndVariance() {
    Trace trace = trace(2, 3);
    double[] draws = trace.harness.values(trace.q.sample(DRAWS));
    double[] mean = trace.harness.values(trace.q.mean());
    double[] variance = trace.harness.values(trace.q.variance());
    for (int i = 0; i < mean.length; i++) {
      double[] column = Statistics.column(draws, mean.length, i);
      // An estimate from n draws adds its own error to that of the draws it is compared with.
      double widening = Math.sqrt(1 + DRAWS / momentDraws());
      Statistics.assertMean("mean " + i, mean[i], column, widening);
      Statistics.assertVariance("variance " + i, mean[i], variance[i], column, widening);
    }
  }

  @Test
  @DisplayName("one dimension: the density integrates to one and draws follow it")
  void oneDimension() {
    Trace trace = trace(1, 1);
    double[] draws = trace.harness.values(trace.q.sample(DRAWS));
    DensityGrid grid = grid(trace);
    double[] logDensity = logDensity(trace, grid);
    assertEquals(1, grid.mass(logDensity), tolerance());
    Statistics.assertDistribution("the posterior", grid.distribution(logDensity), draws);
  }

  @Test
  @DisplayName("two dimensions: the density integrates to one and correlates as the draws do")
  void twoDimensions() {
    Trace trace = trace(1, 2);
    double[] draws = trace.harness.values(trace.q.sample(DRAWS));
    DensityGrid grid = grid(trace);
    double[] logDensity = logDensity(trace, grid);
    assertEquals(1, grid.mass(logDensity), tolerance());
    double[] product = new double[DRAWS];
    Arrays.setAll(product, i -> draws[2 * i] * draws[2 * i + 1]);
    Statistics.assertMean("E z0 z1", grid.moment(logDensity, 0, 1), product);
  }

  private DensityGrid grid(Trace trace) {
    double[] halfWidth = trace.harness.values(trace.q.variance().sqrt().multiply(reach()));
    return DensityGrid.around(trace.harness.values(trace.q.mean()), halfWidth);
  }

  private static double[] logDensity(Trace trace, DensityGrid grid) {
    Shape shape = Shape.of(grid.size(), 1, grid.dimensions());
    Tensor z = trace.harness.given("z", shape, grid.points());
    return trace.harness.values(trace.q.logDensity(z).sum(-1));
  }

  @Test
  @DisplayName("draws and their log density follow the heads as differences say")
  void gradients() {
    Trace trace = trace(2, 3);
    Tensor z = trace.q.sample(4);
    Tensor scalar = z.sin().sum().add(trace.q.logDensity(z).sum());
    GradientCheck.verify(trace.harness, scalar, trace.inputs);
  }

  @Test
  @DisplayName("values that were not drawn here have the density of draws, and its gradient")
  void foreignValues() {
    Trace trace = trace(2, 3);
    Tensor drawn = trace.q.sample(4);
    double[] values = trace.harness.values(drawn);
    double[] own = trace.harness.values(trace.q.logDensity(drawn).sum(-1));
    Tensor foreign = trace.harness.given("foreign", drawn.shape(), values);
    Tensor density = trace.q.logDensity(foreign).sum(-1);
    assertArrayEquals(own, trace.harness.values(density), 1e-9);
    List<String> names = new ArrayList<>(trace.inputs);
    names.add("foreign");
    GradientCheck.verify(trace.harness, density.sum(), names);
  }

  @Test
  @DisplayName("Gaussian draws covary as the moments say")
  void gaussianCovariance() {
    Trace trace = trace(1, 3);
    assumeTrue(trace.q.gaussian().isPresent(), "not Gaussian");
    GaussianMoments moments = trace.q.gaussian().get();
    double[] draws = trace.harness.values(trace.q.sample(DRAWS));
    double[] mean = trace.harness.values(moments.mean());
    for (int lag = 1; lag < 3; lag++) {
      double[] covariance =
          moments.covariance(lag).map(trace.harness::values).orElse(new double[3 - lag]);
      for (int i = 0; i < covariance.length; i++) {
        double[] a = Statistics.column(draws, 3, i);
        double[] b = Statistics.column(draws, 3, i + lag);
        double[] product = new double[DRAWS];
        int first = i;
        int second = i + lag;
        Arrays.setAll(product, n -> (a[n] - mean[first]) * (b[n] - mean[second]));
        Statistics.assertMean("covariance " + i + ", " + second, covariance[i], product);
      }
    }
  }

  @Test
  @DisplayName("other backends on the class path agree with the reference")
  void otherBackendsAgree() {
    Trace trace = trace(2, 3);
    Tensor z = trace.q.sample(4);
    Shape shape = Shape.of(2, 3);
    double[] foreign = trace.harness.random("foreign").doubles(6, -1, 1).toArray();
    Tensor density = trace.q.logDensity(trace.harness.given("foreign", shape, foreign));
    List<Tensor> tensors =
        List.of(z, trace.q.logDensity(z), density, trace.q.mean(), trace.q.variance());
    BackendAgreement.verify(trace.harness, tensors, trace.inputs, backendTolerance());
  }

  @Test
  @DisplayName("Gaussian moments agree with the mean, the variance and the density")
  void gaussianMoments() {
    Trace trace = trace(2, 3);
    assumeTrue(trace.q.gaussian().isPresent(), "not Gaussian");
    GaussianMoments moments = trace.q.gaussian().get();
    PartHarness harness = trace.harness;
    assertArrayEquals(harness.values(trace.q.mean()), harness.values(moments.mean()), 1e-12);
    double[] variance = harness.values(trace.q.variance());
    assertArrayEquals(variance, harness.values(moments.variance()), 1e-12);
    // ln N(μ; μ, Σ) = −½ (k ln 2π + ln det Σ)
    Tensor atMean = moments.logDeterminant().sum(-1).add(3 * Math.log(2 * Math.PI)).multiply(-0.5);
    Tensor density = trace.q.logDensity(trace.q.mean()).sum(-1);
    assertArrayEquals(harness.values(density), harness.values(atMean), 1e-9);
  }

  @Test
  @DisplayName("whatever a network says, draws, density and gradients fit into single precision")
  void extremeHeads() {
    for (double extreme : new double[] {-1000, -100, 100, 1000}) {
      Trace trace = trace(2, 3, (random, i) -> i % 2 == 0 ? extreme : -extreme);
      Tensor z = trace.q.sample(2);
      Tensor density = trace.q.logDensity(z).sum();
      List<Tensor> numbers = new ArrayList<>(List.of(z, density, trace.q.variance()));
      List<Tensor> heads =
          trace.inputs.stream()
              .filter(name -> name.startsWith("head/"))
              .map(name -> trace.harness.graph().inputs().get(name))
              .toList();
      numbers.addAll(Gradients.of(density, heads));
      for (Tensor tensor : numbers) {
        for (double number : trace.harness.values(tensor)) {
          assertTrue(Math.abs(number) < Float.MAX_VALUE, () -> tensor + " is " + number);
        }
      }
    }
  }
}
