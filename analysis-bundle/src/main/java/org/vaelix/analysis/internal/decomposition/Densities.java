package org.vaelix.analysis.internal.decomposition;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.LatentDistribution;

/**
 * What is asked of the model: one draw z of q(z | x) for each row and its density under each row's
 * posterior, as a whole and by dimension. Densities by dimension are known of posteriors that
 * factorise and of Gaussian ones.
 */
final class Densities {
  private static final String Z = "z";

  /** Numbers that are kept at once. */
  private static final int ROOM = 1 << 22;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final Subject subject;
  private final Map<String, HostArray> rows;

  Densities(Subject subject) {
    this.subject = subject;
    this.rows = subject.measure(Densities::ofRows, Map.of(), Map.of());
  }

  private static Map<String, Tensor> ofRows(Inference inference, Map<String, Tensor> given) {
    Tensor z = inference.posterior().sample(1);
    Tensor prior = inference.prior().logDensity(z, inference.batch().conditions());
    Map<String, Tensor> results = new LinkedHashMap<>();
    results.put(Z, z.reshape(z.shape().dropLeading(1)));
    results.put("prior", prior.reshape(prior.shape().dropLeading(1)));
    results.put("kl", inference.kl(z));
    return results;
  }

  int count() {
    return subject.rows();
  }

  int latentSize() {
    return rows.get(Z).shape().size(1);
  }

  /** {@return whether ln p(z) is a sum over dimensions} */
  boolean isPriorByDimension() {
    return rows.get("prior").shape().size(1) == latentSize();
  }

  /** {@return ln p(zᵢ) in its terms, (rows, latent size or 1)} */
  double[][] prior() {
    return table(rows.get("prior"));
  }

  /** {@return KL(q(z | xᵢ) ‖ p(z)) by the model's own formula, in its terms} */
  double[][] kl() {
    return table(rows.get("kl"));
  }

  /** What is done with the densities of a draw. */
  interface Reader {
    /**
     * Is called once for each draw.
     *
     * @param draw its row
     * @param joint ln q(z | xₙ) under each row n
     * @param byDimension the same of each dimension by itself, (latent size, rows); no row where
     *     that is not known
     */
    void read(int draw, double[] joint, double[][] byDimension);
  }

  void read(Reader reader) {
    int atOnce = Math.max(1, Math.min(count(), ROOM / count() / (latentSize() + 1)));
    for (int from = 0; from < count(); from += atOnce) {
      read(from, Math.min(atOnce, count() - from), reader);
    }
  }

  private void read(int from, int draws, Reader reader) {
    int size = latentSize();
    HostArray z = HostArray.of(Shape.of(draws, size), new double[draws * size]);
    z.copyFrom(rows.get(Z), from * size, 0, draws * size);
    Map<String, HostArray> found = subject.measure(Densities::ofDraws, Map.of(), Map.of(Z, z));
    double[] joint = found.get("joint").toDoubles();
    HostArray marginal = found.get("marginal");
    double[] marginals = marginal == null ? new double[0] : marginal.toDoubles();
    for (int draw = 0; draw < draws; draw++) {
      double[][] byDimension = new double[marginal == null ? 0 : size][];
      for (int j = 0; j < byDimension.length; j++) {
        byDimension[j] = column(marginals, draws * size, draw * size + j);
      }
      reader.read(from + draw, column(joint, draws, draw), byDimension);
    }
  }

  private static Map<String, Tensor> ofDraws(Inference inference, Map<String, Tensor> given) {
    Tensor z = given.get(Z);
    int draws = z.shape().size(0);
    int size = z.shape().size(1);
    Shape all = Shape.of(draws, inference.batch().rows(), size);
    Tensor each = z.reshape(draws, 1, size).broadcast(all);
    Tensor density = inference.posterior().logDensity(each);
    Map<String, Tensor> results = new LinkedHashMap<>();
    results.put("joint", density.sum(-1).transpose(1, 0));
    marginals(inference.posterior(), each, density)
        .ifPresent(m -> results.put("marginal", m.transpose(1, 0, 2)));
    return results;
  }

  private static Optional<Tensor> marginals(
      LatentDistribution posterior, Tensor z, Tensor density) {
    return density.shape().equals(z.shape())
        ? Optional.of(density)
        : posterior.gaussian().map(moments -> normal(z, moments));
  }

  /** The marginals of a correlated Gaussian. */
  private static Tensor normal(Tensor z, GaussianMoments moments) {
    Tensor squares = z.subtract(moments.mean()).square().divide(moments.variance());
    return squares.add(moments.variance().log()).multiply(-0.5).subtract(HALF_LOG_TWO_PI);
  }

  private static double[] column(double[] values, int width, int column) {
    double[] numbers = new double[values.length / width];
    Arrays.setAll(numbers, i -> values[i * width + column]);
    return numbers;
  }

  private static double[][] table(HostArray array) {
    double[] values = array.toDoubles();
    int width = array.shape().size(1);
    double[][] table = new double[values.length / width][];
    Arrays.setAll(table, i -> Arrays.copyOfRange(values, i * width, (i + 1) * width));
    return table;
  }
}
