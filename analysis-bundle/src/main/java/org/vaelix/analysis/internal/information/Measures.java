package org.vaelix.analysis.internal.information;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.random.PhiloxRandom;

/**
 * What is asked of the model: one draw z of q(z | x) for each row, what the bound's terms are with
 * it, what is left of them with the draw of another row, and the density of each draw under each
 * row.
 */
final class Measures {
  private static final String Z = "z";
  private static final String LOG_DENSITY = "logDensity";
  private static final String SKIP_KL = "skipKl";

  /** Draws whose densities under all rows are computed at once: it bounds the memory. */
  private static final int DRAWS = 256;

  private final Subject subject;
  private final Map<String, HostArray> rows;

  Measures(Subject subject) {
    this.subject = subject;
    this.rows = subject.measure(Measures::bound, Map.of(), Map.of());
  }

  private static Map<String, Tensor> bound(Inference inference, Map<String, Tensor> given) {
    Tensor draws = inference.posterior().sample(1);
    Tensor logPrior = inference.prior().logDensity(draws, inference.batch().conditions());
    Map<String, Tensor> results = new LinkedHashMap<>(decoded(inference, draws));
    results.put(Z, draws.reshape(draws.shape().size(1), draws.shape().size(2)));
    results.put("mean", inference.posterior().mean());
    results.put("kl", inference.kl(draws));
    results.put("logPrior", logPrior.sum(-1).reshape(draws.shape().size(1)));
    return results;
  }

  /** With the skips of the rows themselves. */
  private static Map<String, Tensor> decoded(Inference inference, Tensor draws) {
    Reconstruction decoded = inference.decode(draws);
    Shape perRow = Shape.of(draws.shape().size(1));
    Map<String, Tensor> results = new LinkedHashMap<>();
    results.put(LOG_DENSITY, decoded.logDensity().reshape(perRow));
    decoded.kl().ifPresent(kl -> results.put(SKIP_KL, kl.sum(1).reshape(perRow)));
    return results;
  }

  int count() {
    return subject.rows();
  }

  int latentSize() {
    return rows.get(Z).shape().size(1);
  }

  /** {@return KL(q(z | x) ‖ p(z)), row by row; as many columns as dimensions, or one} */
  double[][] kl() {
    return table(rows.get("kl"));
  }

  /** {@return E[z | x], row by row} */
  double[][] means() {
    return table(rows.get("mean"));
  }

  /** {@return ln p(x | z) by row} */
  double[] reconstruction() {
    return rows.get(LOG_DENSITY).toDoubles();
  }

  /** {@return KL of latent variables within skips by row; zeros if there are none} */
  double[] skipKl() {
    return rows.containsKey(SKIP_KL) ? rows.get(SKIP_KL).toDoubles() : new double[count()];
  }

  boolean hasSkipLatents() {
    return rows.containsKey(SKIP_KL);
  }

  /** {@return how many nats each row's bound loses with the z of another row and its own skips} */
  double[] lostWhenShuffled() {
    int[] other = neighbours();
    HostArray z = rows.get(Z);
    HostArray shuffled = z.copy();
    for (int row = 0; row < other.length; row++) {
      shuffled.copyFrom(z, other[row] * latentSize(), row * latentSize(), latentSize());
    }
    Map<String, HostArray> changed =
        subject.measure(Measures::withGivenDraws, Map.of(Z, shuffled), Map.of());
    double[] before = bound(rows);
    double[] after = bound(changed);
    double[] lost = new double[before.length];
    Arrays.setAll(lost, i -> before[i] - after[i]);
    return lost;
  }

  private static Map<String, Tensor> withGivenDraws(
      Inference inference, Map<String, Tensor> given) {
    Tensor z = given.get(Z);
    return decoded(inference, z.reshape(1, z.shape().size(0), z.shape().size(1)));
  }

  /** The KL of z is left out: over all rows together a shuffle does not change it. */
  private static double[] bound(Map<String, HostArray> results) {
    double[] bound = results.get(LOG_DENSITY).toDoubles();
    if (results.containsKey(SKIP_KL)) {
      double[] kl = results.get(SKIP_KL).toDoubles();
      Arrays.setAll(bound, i -> bound[i] - kl[i]);
    }
    return bound;
  }

  /** Another row for each, every row once: the next in a ring of all rows in random order. */
  private int[] neighbours() {
    int[] ring = new int[count()];
    Arrays.setAll(ring, i -> i);
    PhiloxRandom random = new PhiloxRandom(subject.seed(), "analysis/shuffle", 0);
    for (int i = ring.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = ring[i];
      ring[i] = ring[j];
      ring[j] = swapped;
    }
    int[] other = new int[ring.length];
    for (int i = 0; i < ring.length; i++) {
      other[ring[i]] = ring[(i + 1) % ring.length];
    }
    return other;
  }

  /** {@return the draws' densities; densities of each under all rows are not kept} */
  AggregatePosterior aggregate() {
    double[] own = new double[count()];
    double[] aggregate = new double[count()];
    for (int from = 0; from < count(); from += DRAWS) {
      int draws = Math.min(DRAWS, count() - from);
      HostArray z = HostArray.of(Shape.of(draws, latentSize()), new double[draws * latentSize()]);
      z.copyFrom(rows.get(Z), from * latentSize(), 0, draws * latentSize());
      double[] logs =
          subject.measure(Measures::densities, Map.of(), Map.of(Z, z)).get("logQ").toDoubles();
      for (int draw = 0; draw < draws; draw++) {
        double[] ofDraw = column(logs, draws, draw);
        own[from + draw] = ofDraw[from + draw];
        aggregate[from + draw] = AggregatePosterior.logMean(ofDraw);
      }
    }
    return new AggregatePosterior(own, aggregate, rows.get("logPrior").toDoubles());
  }

  /** ln q(z | x) of given z, (rows, draws). */
  private static Map<String, Tensor> densities(Inference inference, Map<String, Tensor> given) {
    Tensor z = given.get(Z);
    int draws = z.shape().size(0);
    int size = z.shape().size(1);
    Shape all = Shape.of(draws, inference.batch().rows(), size);
    Tensor each = z.reshape(draws, 1, size).broadcast(all);
    return Map.of("logQ", inference.posterior().logDensity(each).sum(-1).transpose(1, 0));
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
