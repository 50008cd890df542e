package org.vaelix.analysis.internal;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vaelix.core.analysis.Formula;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Prior;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.testkit.Evaluation;
import org.vaelix.testkit.PartHarness;

/**
 * Rows x of two standard normal values with a correlation, q(z | x) = N(a x, s²), p(z) = N(0, 1)
 * and p(x | z) = N(w z, 1) for each dimension by itself, so that every information is known.
 */
public record LinearModel(
    int rows,
    double[] a,
    double[] s,
    double[] w,
    boolean hasSkipLatents,
    double correlation,
    boolean isJoint,
    long seed,
    double[] prior)
    implements Subject {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** Creates one with independent values. */
  public LinearModel(int rows, double[] a, double[] s, double[] w, boolean hasSkipLatents) {
    this(rows, a, s, w, hasSkipLatents, 0, false, 3, new double[] {1, 1});
  }

  /** {@return the same with values that are correlated} */
  public LinearModel correlated(double rho) {
    return new LinearModel(rows, a, s, w, hasSkipLatents, rho, isJoint, seed, prior);
  }

  /** {@return the same with densities of all dimensions together, as of a correlated Gaussian} */
  public LinearModel joint() {
    return new LinearModel(rows, a, s, w, hasSkipLatents, correlation, true, seed, prior);
  }

  /** {@return the same with a prior of other deviations} */
  public LinearModel prior(double... deviations) {
    return new LinearModel(rows, a, s, w, hasSkipLatents, correlation, isJoint, seed, deviations);
  }

  @Override
  public JsonObject recipe() {
    return new JsonObject();
  }

  @Override
  public Likelihood likelihood() {
    throw new UnsupportedOperationException("nothing is drawn from this model");
  }

  @Override
  public Map<String, HostArray> truth() {
    return Map.of();
  }

  @Override
  public Subject training() {
    return this;
  }

  @Override
  public Optional<Subject> other() {
    return Optional.empty();
  }

  @Override
  public double[] nullModel() {
    throw new UnsupportedOperationException("this model has none");
  }

  /** {@return the same with other rows and other draws} */
  public LinearModel seeded(long other) {
    return new LinearModel(rows, a, s, w, hasSkipLatents, correlation, isJoint, other, prior);
  }

  /** {@return −½ ln(1 − r²) of the correlation r of the two dimensions of z} */
  public double totalCorrelation() {
    double r = correlation * a[0] * a[1] / Math.sqrt(variance(0) * variance(1));
    return -0.5 * Math.log1p(-r * r);
  }

  /**
   * {@return Σ ½ ln(1 + a²/s²) less the total correlation, between x and z: q(z) is normal with the
   * variances a² + s²}
   */
  public double mutualInformation() {
    return sum(k -> 0.5 * Math.log1p(a[k] * a[k] / (s[k] * s[k]))) - totalCorrelation();
  }

  /** {@return KL(q(z) ‖ p(z))} */
  public double divergence() {
    return dimensionwise() + totalCorrelation();
  }

  /** {@return Σ ½ (v − 1 − ln v), v = a² + s²} */
  public double dimensionwise() {
    return sum(k -> 0.5 * (variance(k) - 1 - Math.log(variance(k))));
  }

  /** {@return half of the difference of E(x − w z)², z of another row or of x itself} */
  public double lostWhenShuffled() {
    return sum(k -> w[k] * a[k]);
  }

  private double variance(int k) {
    return a[k] * a[k] + s[k] * s[k];
  }

  private interface OfDimension {
    double at(int dimension);
  }

  private double sum(OfDimension term) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += term.at(k);
    }
    return sum;
  }

  @Override
  public Map<String, HostArray> measure(
      Formula formula, Map<String, HostArray> perRow, Map<String, HostArray> shared) {
    PartHarness harness = PartHarness.of(Shape.of(2), 2);
    Map<String, Tensor> given = new LinkedHashMap<>();
    perRow.forEach((n, v) -> given.put(n, harness.given(n, v.shape(), v.toDoubles())));
    shared.forEach((n, v) -> given.put(n, harness.given(n, v.shape(), v.toDoubles())));
    Map<String, Tensor> results = formula.of(new Applied(this, harness), given);
    Map<String, HostArray> values = new LinkedHashMap<>();
    try (Evaluation evaluation = harness.compile(List.copyOf(results.values()))) {
      List<double[]> computed = evaluation.run();
      int i = 0;
      for (Tensor tensor : List.copyOf(results.values())) {
        String name = nameOf(results, tensor);
        values.put(name, HostArray.of(tensor.shape(), computed.get(i++)));
      }
    }
    return values;
  }

  private static String nameOf(Map<String, Tensor> results, Tensor tensor) {
    return results.entrySet().stream()
        .filter(entry -> entry.getValue() == tensor)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private double[] observations() {
    RandomGenerator random = new PhiloxRandom(seed, "test/rows", 0);
    double[] x = new double[2 * rows];
    Arrays.setAll(x, i -> random.nextGaussian());
    for (int i = 1; i < x.length; i += 2) {
      x[i] = correlation * x[i - 1] + Math.sqrt(1 - correlation * correlation) * x[i];
    }
    return x;
  }

  private static Tensor constant(PartHarness harness, double... values) {
    return harness.graph().constant(Shape.of(values.length), values);
  }

  /** ln N(x; mean, deviation²) of each value. */
  private static Tensor logNormal(Tensor x, Tensor mean, Tensor deviation) {
    Tensor standardised = x.subtract(mean).divide(deviation);
    return standardised.square().multiply(-0.5).subtract(deviation.log()).subtract(HALF_LOG_TWO_PI);
  }

  private record Applied(LinearModel model, Batch batch, Tensor s, Tensor w, Normal posterior)
      implements Inference {
    Applied(LinearModel model, PartHarness harness) {
      this(model, harness, harness.given("x", Shape.of(model.rows, 2), model.observations()));
    }

    private Applied(LinearModel model, PartHarness harness, Tensor x) {
      this(
          model,
          new Batch(
              x,
              harness.graph().constant(1).broadcast(Shape.of(model.rows)),
              Optional.empty(),
              Conditions.none(model.rows)),
          constant(harness, model.s),
          constant(harness, model.w),
          new Normal(
              x.multiply(constant(harness, model.a)),
              constant(harness, model.s).broadcast(x.shape()),
              model.isJoint,
              model.seed));
    }

    @Override
    public Prior prior() {
      return new Independent(scale());
    }

    private Tensor scale() {
      return w.graph().constant(Shape.of(2), model.prior);
    }

    @Override
    public Reconstruction decode(Tensor z) {
      Tensor perValue = logNormal(batch.values(), z.multiply(w), z.graph().constant(1));
      Optional<Tensor> kl =
          model.hasSkipLatents
              ? Optional.of(z.graph().constant(0.25).broadcast(Shape.of(model.rows, 2)))
              : Optional.empty();
      return new Reconstruction(perValue.sum(-1), null, kl);
    }

    @Override
    public Tensor kl(Tensor z) {
      Tensor moments = posterior.mean().square().add(s.square()).divide(scale().square());
      Tensor logs = s.divide(scale()).square().log();
      Tensor kl = moments.subtract(1).subtract(logs).multiply(0.5);
      return model.isJoint ? kl.sumKeeping(-1) : kl;
    }
  }

  private record Normal(Tensor mean, Tensor deviation, boolean isJoint, long seed)
      implements LatentDistribution {
    @Override
    public Optional<GaussianMoments> gaussian() {
      return Optional.of(new GaussianMoments(mean, variance(), variance().log()));
    }

    @Override
    public Tensor variance() {
      return deviation.square();
    }

    @Override
    public Tensor sample(int samples) {
      Tensor noise = mean.graph().normal("test/noise/" + seed, mean.shape().prepend(samples));
      return noise.multiply(deviation).add(mean);
    }

    @Override
    public Tensor logDensity(Tensor z) {
      Tensor density = logNormal(z, mean, deviation);
      return isJoint ? density.sumKeeping(-1) : density;
    }
  }

  private record Independent(Tensor deviation) implements Prior {
    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      return logNormal(z, z.graph().constant(0), deviation);
    }

    @Override
    public Tensor sample(Conditions conditions) {
      throw new UnsupportedOperationException("an analysis generates nothing");
    }
  }
}
