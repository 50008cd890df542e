package org.vaelix.analysis.internal.invariance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.analysis.internal.Table;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Inference;

/**
 * By how much the bound changes if the latent space is mapped by R, the posterior with it, and the
 * decoder undoes it first: p(x | z) of decoder∘Rᵀ at R·z is that of the decoder at z, and the
 * posterior's entropy stays, so the change is E ln p(R·z) − E ln p(z).
 */
final class Changes {
  private static final String MAPS = "maps";

  /** Numbers that a batch of rows may take. */
  private static final int ROOM = 1 << 22;

  private static final int BATCH = 256;

  private final Subject subject;
  private final int size;

  Changes(Subject subject, int size) {
    this.subject = subject;
    this.size = size;
  }

  /** {@return the change of each row's bound by each map, (maps, rows)} */
  List<double[]> of(List<Transformation> maps) {
    int atOnce = Math.max(1, ROOM / BATCH / size);
    List<double[]> changes = new ArrayList<>();
    for (int from = 0; from < maps.size(); from += atOnce) {
      List<Transformation> some = maps.subList(from, Math.min(maps.size(), from + atOnce));
      double[][] rows =
          Table.rows(
              subject
                  .measure(Changes::priors, Map.of(), Map.of(MAPS, stacked(some)))
                  .get("change"));
      changes.addAll(List.of(Table.transposed(rows)));
    }
    return changes;
  }

  /** (latent size, maps · latent size): what z is multiplied by from the right. */
  private HostArray stacked(List<Transformation> maps) {
    int width = maps.size() * size;
    double[] values = new double[size * width];
    for (int m = 0; m < maps.size(); m++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          values[j * width + m * size + i] = maps.get(m).matrix()[i][j];
        }
      }
    }
    return HostArray.of(Shape.of(size, width), values);
  }

  private static Map<String, Tensor> priors(Inference inference, Map<String, Tensor> given) {
    Tensor maps = given.get(MAPS);
    Tensor z = inference.posterior().sample(1);
    int rows = z.shape().size(1);
    int size = z.shape().size(2);
    int count = maps.shape().size(1) / size;
    Tensor mapped =
        z.reshape(rows, size).matmul(maps).reshape(rows, count, size).transpose(1, 0, 2);
    Tensor change = logPrior(inference, mapped).subtract(logPrior(inference, z));
    return Map.of("change", change.transpose(1, 0));
  }

  private static Tensor logPrior(Inference inference, Tensor z) {
    return inference.prior().logDensity(z, inference.batch().conditions()).sum(-1);
  }

  /**
   * {@return the change of each row's bound by a map if the posterior must stay one of independent
   * dimensions, with the variances that the mapped one has along the axes; absent where it is not
   * such a Gaussian}
   */
  Optional<double[]> ofIndependent(Transformation map) {
    Map<String, HostArray> found =
        subject.measure(Changes::independent, Map.of(), Map.of(MAPS, stacked(List.of(map))));
    return Optional.ofNullable(found.get("change")).map(HostArray::toDoubles);
  }

  private static Map<String, Tensor> independent(Inference inference, Map<String, Tensor> given) {
    Optional<GaussianMoments> moments =
        inference.posterior().gaussian().filter(m -> m.factor().isEmpty());
    Map<String, Tensor> results = new LinkedHashMap<>();
    results.put("mean", inference.posterior().mean());
    moments.ifPresent(m -> results.put("change", independent(inference, m, given.get(MAPS))));
    return results;
  }

  private static Tensor independent(Inference inference, GaussianMoments moments, Tensor map) {
    Tensor z = inference.posterior().sample(1);
    Shape rowsOnly = z.shape().dropLeading(1);
    Tensor deviation = moments.variance().sqrt();
    Tensor noise = z.reshape(rowsOnly).subtract(moments.mean()).divide(deviation);
    Tensor mean = moments.mean().matmul(map);
    Tensor variance = moments.variance().matmul(map.square());
    Tensor mapped = noise.multiply(variance.sqrt()).add(mean);
    Tensor back = mapped.matmul(map, false, true).reshape(z.shape());
    Tensor entropy = variance.log().subtract(moments.variance().log()).sum(-1).multiply(0.5);
    Tensor after = bound(inference, back, mapped.reshape(z.shape())).add(entropy);
    return after.subtract(bound(inference, z, z)).reshape(rowsOnly.size(0));
  }

  /** ln p(x | z) + ln p(z), the latter of the mapped z, (1, rows). */
  private static Tensor bound(Inference inference, Tensor decoded, Tensor mapped) {
    return inference.decode(decoded).logDensity().add(logPrior(inference, mapped));
  }
}
